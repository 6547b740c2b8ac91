/** Who did it: the sender's own id, alone or with what is known of them. */
export type Actor =
  | string
  | { id: string; name?: string; kind?: "user" | "system" | "integration" | "agent"; avatarUrl?: string };

/** What it was done to: `type:id`, or with what is known of it. */
export type Entity = string | { type: string; id: string; name?: string; reference?: string; url?: string };

/** What an event may say besides. */
export interface EventOptions {
  /** When it happened; default: when it is stored. */
  timestamp?: Date | string;
  /** The whole sentence; default: made from the event type. */
  message?: string;
  isImportant?: boolean;
  /** Where it comes from; default `api`. */
  source?: string;
  /** Equal keys are stored once, for ever; default: one of its own for each event, so that a retry stores nothing twice. */
  idempotencyKey?: string;
}

/** An event as it is posted. */
export interface PostedEvent {
  eventType: string;
  actor: Exclude<Actor, string>;
  entity: Exclude<Entity, string>;
  metadata?: unknown;
  timestamp?: string;
  message?: string;
  isImportant?: boolean;
  source?: string;
  idempotencyKey: string;
}

function toEntity(entity: Entity): Exclude<Entity, string> {
  if (typeof entity !== "string") return entity;
  const colon = entity.indexOf(":");
  if (colon < 1 || colon === entity.length - 1) throw new TypeError(`entity: “${entity}” is not of the form type:id`);
  return { type: entity.slice(0, colon), id: entity.slice(colon + 1) };
}

/** The event that goes over the wire. Throws a TypeError for an entity that is not `type:id`. */
export function toPostedEvent(
  eventType: string,
  actor: Actor,
  entity: Entity,
  metadata: unknown,
  { timestamp, ...options }: EventOptions,
): PostedEvent {
  return {
    eventType,
    actor: typeof actor === "string" ? { id: actor } : actor,
    entity: toEntity(entity),
    ...(metadata === undefined ? {} : { metadata }),
    ...(timestamp === undefined ? {} : { timestamp: new Date(timestamp).toISOString() }),
    ...options,
    idempotencyKey: options.idempotencyKey ?? crypto.randomUUID(),
  };
}
