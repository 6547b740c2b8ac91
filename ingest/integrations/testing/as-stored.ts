import type { ActivityEvent } from "@/activity/event-schema";
import { enrich } from "../../enrich";

/** What the feed knew of an event's actor and entity before. */
interface Known {
  actor?: string;
  entity?: string;
  reference?: string;
}

/** An event with the sentence and names it is stored with: for senders that give ids, whose types' templates tell it. */
export function asStored(event: ActivityEvent, known: Known = {}): ActivityEvent {
  const { actor, entity } = event;
  const stored = enrich(event, {
    actor: {
      id: "a",
      source: event.source ?? "",
      key: actor.id,
      name: actor.name ?? known.actor ?? null,
      kind: actor.kind ?? "user",
      avatarUrl: actor.avatarUrl ?? null,
    },
    entity: {
      id: "e",
      source: event.source ?? "",
      type: entity.type,
      key: entity.id,
      name: entity.name ?? known.entity ?? null,
      reference: entity.reference ?? known.reference ?? null,
      url: entity.url ?? null,
    },
  });
  return {
    ...event,
    message: stored.message,
    actor: { ...actor, name: stored.actorName },
    entity: { ...entity, name: stored.entityName },
  };
}
