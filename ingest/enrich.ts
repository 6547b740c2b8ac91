// Second step of capture, too: an event and its names become everything the feed shows.
import type { ActivityEvent } from "@/activity/event-schema";
import { describeEventType } from "@/activity/event-types";
import type { Json } from "@/activity/json";
import { renderTemplate } from "@/activity/template";
import type { NewActivity } from "@/db/queries/append-activities";
import { toSearchVector } from "@/db/search/to-search-vector";
import { newId } from "./new-id";
import { DEFAULT_SOURCE, type ResolvedNames } from "./resolve-names";

/** The string values of metadata, at any depth: OCR text and comments are found by them. */
function metadataTexts(metadata: Json): string[] {
  const texts: string[] = [];
  const stack: Json[] = [metadata];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "string") texts.push(next);
    else if (typeof next === "object" && next !== null) stack.push(...Object.values(next).reverse());
  }
  return texts;
}

/** What enrichment adds to an event: names, sentence, look, importance, entity link and the searched text. It has no key and no request yet. */
export function enrich(event: ActivityEvent, { actor, entity }: ResolvedNames): NewActivity {
  const type = describeEventType(event.eventType, actor.kind);
  // A posted null is a value too.
  const metadata = event.metadata === undefined ? {} : event.metadata;
  const look = type.look?.(metadata) ?? type;
  const actorName = actor.name ?? actor.key;
  const entityName = entity.name ?? entity.key;
  const message =
    event.message ??
    renderTemplate(type.message, {
      actor: actorName,
      entity: entityName,
      reference: entity.reference,
      entityType: entity.type,
      metadata,
    });
  return {
    id: newId(),
    eventType: event.eventType,
    group: type.group,
    actorId: actor.id,
    actorKey: actor.key,
    actorName,
    actorKind: actor.kind,
    actorAvatarUrl: actor.avatarUrl,
    timestamp: event.timestamp === undefined ? null : new Date(event.timestamp).toISOString(),
    entityType: entity.type,
    entityId: entity.id,
    entityKey: entity.key,
    entityName,
    entityUrl: entity.url,
    entityReference: entity.reference,
    metadata,
    message,
    icon: look.icon,
    color: look.color,
    isImportant: event.isImportant ?? type.isImportant?.(metadata) ?? false,
    source: event.source ?? DEFAULT_SOURCE,
    search: toSearchVector([message, actorName, entityName, entity.reference ?? "", ...metadataTexts(metadata)]),
    key: null,
    request: null,
  };
}
