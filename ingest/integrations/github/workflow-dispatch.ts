import type { Describe, Draft } from "../forge/draft";
import { repositoryUrl, where } from "../forge/places";
import { shortRef } from "../forge/things";
import { entity } from "../payload/draft";

/** `workflow_dispatch`: a workflow started by hand. */
export const describeWorkflowDispatch: Describe = (hook): Draft => {
  const { payload } = hook;
  const path = payload.text("workflow") ?? "workflow";
  const name = path.split("/").at(-1) || path;
  const ref = payload.text("ref");
  return {
    predicate: `started workflow ${name}${ref === null ? "" : ` on ${shortRef(ref)}`}${where(hook)}`,
    entity: entity("workflow", `${payload.text("repository.id") ?? ""}:${path}`, name, {
      url: repositoryUrl(hook, `actions/workflows/${name}`),
    }),
    metadata: { workflow: path, branch: ref === null ? null : shortRef(ref) },
  };
};
