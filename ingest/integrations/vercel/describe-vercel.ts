import type { ActivityEvent } from "@/activity/event-schema";
import { aThing } from "../payload/a-thing";
import { type Actor, actor, type Draft, entity, toEvent } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";

const VERCEL: Actor = actor("vercel", "Vercel", { kind: "integration" });

/** A link that Vercel gives without its scheme, as it does a deployment's own address. */
function link(fields: Fields, ...paths: string[]): string | null {
  const known = fields.url(...paths);
  if (known !== null) return known;
  const host = fields.text(...paths);
  return host !== null && /^[a-z0-9.-]+\.[a-z]{2,}$/i.test(host) ? `https://${host}` : null;
}

/** Who pushed what is deployed, as far as the deployment knows; else Vercel. */
function author(meta: Fields): Actor {
  const login = meta.text("githubCommitAuthorLogin", "gitlabCommitAuthorLogin", "bitbucketCommitAuthorLogin");
  const name = meta.text("githubCommitAuthorName", "gitlabCommitAuthorName", "bitbucketCommitAuthorName") ?? login;
  return name === null ? VERCEL : actor(login ?? name, name);
}

/** What became of a deployment: "deployed web to production", "failed to deploy web". */
const DEPLOYMENT = new Map(
  Object.entries<(name: string, to: string) => string>({
    created: (name, to) => `started to deploy ${name}${to}`,
    succeeded: (name, to) => `deployed ${name}${to}`,
    ready: (name, to) => `made ${name} ready${to === "" ? "" : to.replace(" to ", " in ")}`,
    promoted: (name) => `promoted ${name} to production`,
    error: (name, to) => `failed to deploy ${name}${to}`,
    canceled: (name, to) => `cancelled the deployment of ${name}${to}`,
    rollback: (name) => `rolled ${name} back`,
    "check-rerequested": (name) => `asked for another check of ${name}`,
    "checks.failed": (name) => `failed the checks of ${name}`,
    "checks.succeeded": (name) => `passed the checks of ${name}`,
    "integration.action.start": (name) => `started an integration's action on ${name}`,
    "integration.action.cancel": (name) => `cancelled an integration's action on ${name}`,
    "integration.action.cleanup": (name) => `cleaned up after an integration's action on ${name}`,
  }),
);

function deployment(action: string, data: Fields): Omit<Draft, "happenedAt"> {
  const told = data.at("deployment");
  const name = told.text("name") ?? data.text("name", "project.name") ?? "a deployment";
  const target = data.text("target") ?? told.text("target");
  const meta = told.at("meta");
  const isStarted = action === "created" || action === "canceled";
  const predicate =
    DEPLOYMENT.get(action)?.(name, target === null ? "" : ` to ${target}`) ?? pastTense(action, `deployment ${name}`);
  return {
    actor: isStarted ? author(meta) : VERCEL,
    predicate,
    entity: entity("deployment", told.text("id") ?? data.text("deploymentId", "id") ?? name, name, {
      url: link(told, "inspectorUrl", "url") ?? link(data, "links.deployment", "inspectorUrl", "url"),
    }),
    metadata: {
      target,
      branch: meta.text("githubCommitRef", "gitlabCommitRef", "bitbucketCommitRef"),
      commit: meta.text("githubCommitSha", "gitlabCommitSha", "bitbucketCommitSha"),
      message: meta.text("githubCommitMessage", "gitlabCommitMessage", "bitbucketCommitMessage"),
      address: link(told, "url") ?? link(data, "url"),
      region: data.text("regions.0"),
    },
    isImportant: action === "error" && target === "production",
  };
}

/** Everything else: the first part of the type is the kind of thing, the last what was done to it. */
function other(type: string, data: Fields): Omit<Draft, "happenedAt"> {
  const [head = "event", ...rest] = type.split(".");
  const kind = words(head).toLowerCase() || "event";
  const part = [data.at(head), data.at("project"), data].find((one) => one.text("name", "id") !== null) ?? data;
  const known = part.text("name", "slug", "hostname", "id");
  const id = part.text("id", "name") ?? kind;
  return {
    actor: VERCEL,
    predicate: pastTense(rest.join(" ") || null, known === null ? aThing(kind) : `${kind} ${known}`),
    entity: entity(head === "" ? "event" : head, id, known ?? aThing(kind), {
      url: link(data, "links.project", "links.domain", "url") ?? link(part, "url", "webhookUrl"),
    }),
    metadata: { action: data.text("action"), source: data.text("source") },
    isImportant: /attack|detected|\.failed|error/.test(type),
  };
}

/** One event of Vercel as an event that passes `eventSchema`, whatever its payload holds. */
export function describeVercel(payload: Fields, receivedAt: Date): ActivityEvent {
  const type = payload.text("type") ?? "event";
  const data = payload.at("payload");
  const isDeployment = type.startsWith("deployment.");
  const draft = isDeployment ? deployment(type.slice("deployment.".length), data) : other(type, data);
  const createdAt = payload.at("createdAt").value;
  return toEvent(
    "vercel",
    [type],
    { ...draft, happenedAt: typeof createdAt === "number" ? createdAt / 1_000 : createdAt },
    receivedAt,
  );
}
