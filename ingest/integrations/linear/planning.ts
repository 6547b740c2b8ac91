import { BODY_BYTES } from "../payload/draft";
import { changes, changesForMetadata } from "./changes";
import type { Describe, Draft, Hook } from "./hook";
import { actionPredicate, healthOf } from "./named-changes";
import { ownUrl } from "./places";
import { cycleName, namedThing } from "./things";

const names = ({ data, payload }: Hook) =>
  new Map<string, { from?: string | null; to: string | null }>([
    ["health", { from: healthOf(payload.text("updatedFrom.health")), to: healthOf(data.text("health")) }],
    ["statusId", { to: data.text("status.name") }],
    ["leadId", { to: data.text("lead.name") }],
    ["ownerId", { to: data.text("owner.name") }],
  ]);

/** `Project` and `Initiative`. */
export const describeProject: Describe = (hook): Draft => {
  const { action, data, payload, type } = hook;
  const kind = type === "Initiative" ? "initiative" : "project";
  const thing = namedThing(kind, data, ownUrl(hook));
  const changed = changes(hook);
  const health = healthOf(data.text("health"));
  return {
    predicate: actionPredicate(hook, changed, thing.words),
    entity: thing.entity,
    metadata: {
      status: data.text("status.name", "status", "state"),
      health,
      lead: data.text("lead.name", "owner.name"),
      startDate: data.text("startDate"),
      targetDate: data.text("targetDate"),
      changes: changesForMetadata(changed, names(hook)),
      description: action === "create" ? data.body("description", BODY_BYTES) : null,
    },
    happenedAt: payload.at("createdAt").value,
    isImportant:
      action === "update" && data.text("health") === "offTrack" && changed.some(({ field }) => field === "health"),
  };
};

/** `ProjectUpdate` and `InitiativeUpdate`: how it is going, in the words of whoever leads it. */
export const describeProjectUpdate: Describe = (hook): Draft => {
  const { action, data, payload, type } = hook;
  const kind = type === "InitiativeUpdate" ? "initiative" : "project";
  const thing = namedThing(kind, data.at(kind), ownUrl(hook), data.text(`${kind}Id`));
  const health = healthOf(data.text("health"));
  const changed = changes(hook);
  const says = new Map([
    ["create", "posted an update on"],
    ["remove", "deleted an update on"],
    [
      "update",
      changed.some(({ field }) => field === "reactionData") ? "reacted to an update on" : "edited an update on",
    ],
  ]);
  const how = health === null || action !== "create" ? "" : ` (${health})`;
  return {
    predicate: `${says.get(action) ?? "changed an update on"} ${thing.words}${how}`,
    entity: thing.entity,
    metadata: {
      project: kind === "project" ? thing.entity.name : null,
      health,
      changes: changesForMetadata(changed, new Map()),
      body: data.body("body", BODY_BYTES),
    },
    happenedAt: payload.at("createdAt").value,
    isImportant: action === "create" && data.text("health") === "offTrack",
  };
};

/** `Cycle`: known by its number where nobody named it. */
export const describeCycle: Describe = (hook): Draft => {
  const { data, payload } = hook;
  const name = cycleName(data);
  const found = namedThing("cycle", data, ownUrl(hook));
  const thing = name === null ? found : { words: name, entity: { ...found.entity, name } };
  const words = name === null || /cycle/i.test(name) ? thing.words : `cycle ${name}`;
  const changed = changes(hook);
  const isCompleted = payload.at("updatedFrom.completedAt").value === null && data.text("completedAt") !== null;
  return {
    predicate: hook.action === "update" && isCompleted ? `completed ${words}` : actionPredicate(hook, changed, words),
    entity: thing.entity,
    metadata: {
      team: data.text("team.name"),
      startsAt: data.text("startsAt"),
      endsAt: data.text("endsAt"),
      changes: changesForMetadata(changed, new Map()),
      description: data.body("description", BODY_BYTES),
    },
    happenedAt: payload.at("createdAt").value,
  };
};
