import { z } from "zod";
import { parseTemplate } from "../parse-template";
import { storableText } from "../storable-text";
import { PATH_LENGTH, parsePathReference, parseReference, type ToldName } from "./reference";

const TEMPLATE_BYTES = 500;
const MESSAGE_BYTES = 1_000;

/** Most activities that one delivery becomes, when each item of a list is one. */
export const MOST_ITEMS = 100;
const MOST_MESSAGES = 30;
const MOST_METADATA = 50;
const MOST_CONDITIONS = 10;

/** What is wrong with a template of a mapping; null when nothing is. `told`: what it may name of the other fields. */
function templateFault(text: string, told: readonly ToldName[]): string | null {
  const { fault, names } = parseTemplate(text);
  if (fault !== null) return fault;
  for (const name of names) {
    const reference = parseReference(name);
    if (typeof reference === "string") return `{${name}} ${reference}`;
    if (reference.kind === "told" && !told.includes(reference.name)) return `{${name}} cannot be named here`;
  }
  return null;
}

/** A template that names nothing but headers and the payload. */
export const templateSchema = template();

function template(maxBytes = TEMPLATE_BYTES, told: readonly ToldName[] = []) {
  return storableText(maxBytes).check((ctx) => {
    const fault = templateFault(ctx.value, told);
    if (fault !== null) ctx.issues.push({ code: "custom", message: fault, input: ctx.value });
  });
}

export const pathSchema = storableText(PATH_LENGTH)
  .check((ctx) => {
    const path = parsePathReference(ctx.value);
    if (typeof path === "string") ctx.issues.push({ code: "custom", message: path, input: ctx.value });
  })
  .describe("Into the payload: `a.b[0].c`; `$.a` from its top when items of a list are told; `.` the item itself");

const conditionSchema = z.strictObject({
  path: pathSchema,
  equals: z
    .array(z.union([storableText(200), z.number(), z.boolean()]))
    .min(1)
    .max(20)
    .describe("Any one of them"),
});

const keptSchema = z.union(
  [
    pathSchema,
    z.strictObject({
      name: storableText(100).describe("What it is called in the metadata"),
      path: pathSchema,
    }),
  ],
  { error: "must be a path, or a name with a path" },
);

const message = template(MESSAGE_BYTES, ["actor", "entity", "reference", "type"]);
const field = templateSchema;

/**
 * What a payload says. Each field is a template: text with places `{path}`, `{header:name}`, alternatives `{a.b|c|"text"}`, and parts
 * in `[brackets]` that are left out when a name in them is missing. A field that comes out empty is as if it were not set: then its
 * default is used, which looks where senders commonly put it.
 */
export const mappingSchema = z.strictObject({
  each: pathSchema
    .optional()
    .describe(`A list of which each item is an activity, at most ${MOST_ITEMS}; then paths begin at the item`),
  eventType: field.optional().describe("Stored after `integration.`; default: what the payload calls it, or `event`"),
  eventTypePrefix: storableText(100).optional().describe("What stands before every event type and is left out"),
  actor: z
    .strictObject({
      id: field.optional().describe("Default: the name"),
      name: field.optional().describe("Default: the id"),
      kind: field
        .optional()
        .describe(
          "`user`, `system`, `integration` or `agent`; default: `user`, or `integration` for the sender itself",
        ),
      avatarUrl: field.optional(),
    })
    .optional()
    .describe("Who did it; default: whom the payload names, else the sender"),
  entity: z
    .strictObject({
      type: field.optional().describe("Default: the first word of the event type"),
      id: field.optional().describe("Default: the name"),
      name: field.optional().describe("Default: the id"),
      reference: field.optional(),
      url: template(TEMPLATE_BYTES, ["type"]).optional().describe("Values after its beginning are percent-encoded"),
    })
    .optional()
    .describe("What it was done to"),
  message: message
    .optional()
    .describe(
      "The whole sentence; `{$actor}`, `{$entity}`, `{$reference}` and `{$type}` are what the other fields came to",
    ),
  messages: z
    .record(storableText(100), message)
    .refine((all) => Object.keys(all).length <= MOST_MESSAGES, `must hold at most ${MOST_MESSAGES} sentences`)
    .optional()
    .describe("Sentences by event type, as the sender names it; `message` is for all others"),
  timestamp: field.optional().describe("ISO 8601, or Unix seconds, milliseconds or microseconds; default: `timestamp`"),
  isImportant: z
    .array(conditionSchema)
    .max(MOST_CONDITIONS)
    .optional()
    .describe("Any one of them; default: event types that sound like a failure"),
  metadata: z
    .array(keptSchema)
    .max(MOST_METADATA)
    .optional()
    .describe("What is kept of the payload; of a name given twice the first that is there. Default: all of it"),
});

export type GenericMapping = z.infer<typeof mappingSchema>;
