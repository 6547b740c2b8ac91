import { isDeepStrictEqual } from "node:util";
import type { Activity } from "@/activity/activity";
import type { ActivityEvent } from "@/activity/event-schema";
import { enrich } from "../enrich";

/** What an activity says, without what only its storing made: ids, numbers, the time of receipt. */
const SAID = [
  "eventType",
  "group",
  "actorKey",
  "actorName",
  "actorKind",
  "actorAvatarUrl",
  "timestamp",
  "entityType",
  "entityKey",
  "entityName",
  "entityUrl",
  "entityReference",
  "metadata",
  "message",
  "icon",
  "color",
  "isImportant",
  "source",
] as const;
export type SaidField = (typeof SAID)[number];
export type Projection = Pick<Activity, SaidField>;

/** What an event would say if it were stored in the place of `before`: what it leaves open stays as it was told there. */
export function project(event: ActivityEvent, before: Projection | null, receivedAt: Date): Projection {
  const known = before ?? {
    actorName: null,
    actorKind: "user" as const,
    actorAvatarUrl: null,
    entityName: null,
    entityReference: null,
    entityUrl: null,
    timestamp: receivedAt.toISOString(),
  };
  const { actor, entity } = event;
  const told = enrich(event, {
    actor: {
      id: "",
      source: "",
      key: actor.id,
      name: actor.name ?? known.actorName,
      kind: actor.kind ?? known.actorKind,
      avatarUrl: actor.avatarUrl ?? known.actorAvatarUrl,
    },
    entity: {
      id: "",
      source: "",
      type: entity.type,
      key: entity.id,
      name: entity.name ?? known.entityName,
      reference: entity.reference ?? known.entityReference,
      url: entity.url ?? known.entityUrl,
    },
  });
  return projectionOf({ ...told, timestamp: told.timestamp ?? known.timestamp });
}

/** What a stored activity says. */
function projectionOf(activity: Projection): Projection {
  const { eventType, group, actorKey, actorName, actorKind, actorAvatarUrl, timestamp, entityType, entityKey } =
    activity;
  const { entityName, entityUrl, entityReference, metadata, message, icon, color, isImportant, source } = activity;
  return {
    eventType,
    group,
    actorKey,
    actorName,
    actorKind,
    actorAvatarUrl,
    timestamp,
    entityType,
    entityKey,
    entityName,
    entityUrl,
    entityReference,
    metadata,
    message,
    icon,
    color,
    isImportant,
    source,
  };
}

/** The fields in which two say something else; the order of keys within metadata says nothing. */
export function differences(before: Projection, after: Projection): SaidField[] {
  return SAID.filter((field) => !isDeepStrictEqual(before[field], after[field]));
}
