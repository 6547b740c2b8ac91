import { z } from "zod";
import { checkMetadata, type Json } from "./json";
import { ACTOR_KINDS } from "./kinds";
import { storableText } from "./storable-text";

export type { ActorKind, Color, Group } from "./kinds";

/** The latest a posted timestamp may lie in the future, milliseconds. */
export const MAX_AHEAD_MS = 3_600_000;
const ID_BYTES = 256;
const NAME_BYTES = 512;
const MESSAGE_BYTES = 65_536;
const URL_BYTES = 2_048;

const id = storableText(ID_BYTES);
const name = storableText(NAME_BYTES);
const url = storableText(URL_BYTES).check((ctx) => {
  const scheme = URL.canParse(ctx.value) ? new URL(ctx.value).protocol : "";
  if (scheme !== "http:" && scheme !== "https:" && scheme !== "mailto:") {
    ctx.issues.push({ code: "custom", message: "must be an http, https or mailto URL", input: ctx.value });
  }
});

const eventType = storableText(ID_BYTES).refine((type) => !type.endsWith(".*"), "must not end in .*");

const instant = { offset: true, abort: true, error: "must be an ISO 8601 date and time with an offset" };

/** When it happened: ISO 8601 with an offset, 1970 or later, at most one hour ahead. Kept in milliseconds. */
const timestamp = z.iso.datetime(instant).check((ctx) => {
  const at = Date.parse(ctx.value);
  const fault = Number.isNaN(at)
    ? "must be a real date and time"
    : at < 0
      ? "must not be before 1970"
      : at > Date.now() + MAX_AHEAD_MS
        ? "must not be more than one hour in the future"
        : null;
  if (fault !== null) ctx.issues.push({ code: "custom", message: fault, input: ctx.value });
});

export const actorSchema = z
  .strictObject({
    id: id.describe("The sender's own id of who did it; any text"),
    name: name.optional().describe("Shown name; a missing one falls back to the last known, then to the id"),
    kind: z.enum(ACTOR_KINDS).optional().describe("Default: the last known, else `user`"),
    avatarUrl: url.optional(),
  })
  .meta({ id: "Actor" });

export const entitySchema = z
  .strictObject({
    type: id.describe("What kind of thing, such as `task`"),
    id: id.describe("The sender's own id of the thing; any text"),
    name: name.optional().describe("Shown name; a missing one falls back to the last known, then to the id"),
    reference: name.optional().describe("Short human reference, such as `TASK-42`"),
    url: url.optional(),
  })
  .meta({ id: "Entity" });

/** One event as it is posted (design §6). Unknown keys of the envelope, `actor` and `entity` are refused. */
export const eventSchema = z
  .strictObject({
    eventType: eventType.describe("`{entity}.{past tense}`; unknown types are stored and shown generically"),
    timestamp: timestamp.optional().describe("When it happened; a missing one is stamped when it is stored"),
    actor: actorSchema,
    entity: entitySchema,
    metadata: z
      .custom<Json>(() => true)
      .check(checkMetadata)
      .optional()
      .describe("Free JSON, at most 64 kB and 100 levels"),
    message: storableText(MESSAGE_BYTES).optional().describe("The whole sentence; default: made from the event type"),
    isImportant: z.boolean().optional(),
    source: id.optional().describe("Where it comes from; default `api`"),
    idempotencyKey: id.optional().describe("Kept for ever; an equal item with an equal key is stored once"),
  })
  .meta({ id: "Event" });

/** A posted event after validation. */
export type ActivityEvent = z.infer<typeof eventSchema>;
