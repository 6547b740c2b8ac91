import { BOTS } from "./people";
import type { Draft, World } from "./story";

/** Vercel built and published a project. `branch` other than main makes a preview. */
export function deployed(world: World, project: "acme-web" | "acme-docs", branch: string): Draft {
  const id = `dpl_${world.random.hex(10)}`;
  const target = branch === "main" ? "production" : "preview";
  return {
    eventType: "vercel.deployment.succeeded",
    actor: BOTS.vercel,
    entity: {
      type: "project",
      id: project,
      name: project,
      reference: id,
      url: `https://vercel.example/acme/${project}`,
    },
    message: `Vercel deployed ${project} to ${target} from ${branch}`,
    metadata: { deployment: id, target, branch, durationSeconds: world.random.int(29, 118) },
    source: "vercel",
  };
}

/** Vercel could not build a project; `reason` is the last line of the build log. */
export function deployFailed(world: World, project: "acme-web" | "acme-docs", branch: string, reason: string): Draft {
  const id = `dpl_${world.random.hex(10)}`;
  return {
    eventType: "vercel.deployment.error",
    actor: BOTS.vercel,
    entity: {
      type: "project",
      id: project,
      name: project,
      reference: id,
      url: `https://vercel.example/acme/${project}`,
    },
    message: `Vercel could not deploy ${project} from ${branch}: ${reason}`,
    metadata: { deployment: id, branch, error: reason },
    isImportant: true,
    source: "vercel",
  };
}
