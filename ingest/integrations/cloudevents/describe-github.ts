import { isJsonObject } from "@/activity/json";
import { githubSource } from "../github";
import type { CloudEvent } from "./cloud-event";
import type { Told } from "./told";

/** The types of events that carry a delivery of GitHub: of CloudEvents' adapter, and of Knative's source. */
const TYPE = /^(?:com\.github|dev\.knative\.sources?\.github)\.([a-z_]+)/;
/** What the adapter calls otherwise than GitHub's own header does. */
const RENAMED = new Map([
  ["issue", "issues"],
  ["installation_repository", "installation_repositories"],
]);

/** A delivery of GitHub that was wrapped into an event on its way, told as GitHub's own are. Null for all others. */
export function describeGithub(event: CloudEvent, receivedAt: Date): Told | null {
  const name = TYPE.exec(event.type)?.[1];
  if (name === undefined || event.data.kind !== "json" || !isJsonObject(event.data.value)) return null;
  const body = new TextEncoder().encode(JSON.stringify(event.data.value));
  const header = (asked: string) =>
    asked.toLowerCase() === "x-github-event" ? (RENAMED.get(name) ?? name).slice(0, 64) : null;
  const [told] = githubSource.toEvents({ header, headers: () => [], body }, receivedAt);
  if (told === undefined) return null;
  const { actor, entity, message = "", metadata, timestamp, isImportant = false } = told;
  const actorName = actor.name ?? actor.id;
  return {
    actor: { ...actor, name: actorName },
    predicate: message.slice(actorName.length).trimStart(),
    entity: { ...entity, name: entity.name ?? entity.id },
    metadata: isJsonObject(metadata) ? metadata : {},
    happenedAt: timestamp ?? event.time,
    isImportant,
  };
}
