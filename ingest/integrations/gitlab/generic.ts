import { aThing } from "../payload/a-thing";
import { BODY_BYTES, entity } from "../payload/draft";
import { pastTense, words } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import { nearestUrl, projectKey, where } from "./places";

const NAMES = ["title", "name", "full_path", "path_with_namespace", "slug", "iid"];

/** Any other event, also one that GitLab has yet to invent: who, what was done, to what kind of thing, its name and where. */
export const describeGeneric: Describe = (hook): Draft => {
  const { payload } = hook;
  const kind = words(hook.kind.replace(/^gitlab_/, "")) || "event";
  const thing = payload.has("object_attributes") ? payload.at("object_attributes") : payload;
  const known = thing.text(...NAMES);
  const name = known ?? (/[^s]s$/.test(kind) ? kind : aThing(kind));
  return {
    predicate: `${pastTense(hook.action, known === null ? name : `${kind} ${known}`)}${where(hook)}`,
    entity: entity(hook.kind, thing.text("id") ?? `${projectKey(hook)}:${name}`, name, {
      url: thing.url("url", "web_url") ?? payload.url("url") ?? nearestUrl(hook),
    }),
    metadata: { state: thing.text("state", "status"), description: thing.body("description", BODY_BYTES) },
  };
};
