import { z } from "zod";
import { parseTemplate } from "../parse-template";
import { isSecretName } from "../secret-names";
import { storableText } from "../storable-text";
import { type GenericMapping, mappingSchema, pathSchema, templateSchema } from "./mapping-schema";
import { parseReference } from "./reference";
import { headerSchema, signatureSchema } from "./signature-schema";

/** Where the sender's id of a delivery stands, equal when it is sent again. */
const deliveryIdSchema = z
  .strictObject({
    header: headerSchema.optional(),
    path: pathSchema.optional(),
    template: templateSchema.optional().describe("Made of several fields"),
  })
  .refine(
    (id) => Object.values(id).filter((one) => one !== undefined).length === 1,
    "must have one of header, path and template",
  );

/** Every template of a mapping that may name headers, with its path. */
function* templatesOf(event: GenericMapping): Generator<[path: string[], text: string]> {
  const { eventType, message, messages = {}, timestamp, actor = {}, entity = {} } = event;
  for (const [name, text] of Object.entries({ eventType, message, timestamp }))
    if (text !== undefined) yield [[name], text];
  for (const [name, part] of Object.entries({ actor, entity, messages }))
    for (const [key, text] of Object.entries(part)) if (text !== undefined) yield [[name, key], text];
}

/** Everything a team sets for a source of its own: how it signs, and what its payloads say. */
export const genericConfigSchema = z
  .strictObject({
    label: storableText(100).optional().describe("What people call the sender; default: `Webhook`"),
    source: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "must be of lower case letters, digits, - and _")
      .optional()
      .describe("The `source` of its activities, by which they are filtered; default: `generic`"),
    preset: z
      .string()
      .regex(/^[a-z0-9-]{1,64}$/)
      .optional()
      .describe("The preset it was made from, whose set-up steps are shown"),
    signature: signatureSchema,
    deliveryId: deliveryIdSchema
      .nullable()
      .optional()
      .describe("Default: none, or `webhook-id` of Standard Webhooks; then an equal body counts once a day"),
    retries: z
      .boolean()
      .optional()
      .describe("Whether the sender sends again what was not answered in time; default: true"),
    event: mappingSchema.optional(),
  })
  .check((ctx) => {
    const { signature, deliveryId, event = {} } = ctx.value;
    const fault = (path: string[], text: string) =>
      ctx.issues.push({ code: "custom", message: text, path, input: ctx.value });
    const idHeader = deliveryId?.header;
    if (signature.scheme === "hmac" && signature.signed?.includes("{id}") && idHeader === undefined)
      fault(["signature", "signed"], "needs deliveryId.header, as it holds {id}");
    const secretHeader = signature.scheme === "token" ? signature.header.toLowerCase() : null;
    const isSecret = (header: string) => header === secretHeader || isSecretName(header);
    if (idHeader !== undefined && isSecret(idHeader.toLowerCase()))
      fault(["deliveryId", "header"], "may hold a secret");
    const templates: [path: string[], text: string][] = [...templatesOf(event)].map(([path, text]) => [
      ["event", ...path],
      text,
    ]);
    if (deliveryId?.template !== undefined) templates.push([["deliveryId", "template"], deliveryId.template]);
    for (const [path, text] of templates)
      for (const name of parseTemplate(text).names) {
        const reference = parseReference(name);
        if (typeof reference !== "string" && reference.kind === "header" && isSecret(reference.name))
          fault(path, `{${name}} may hold a secret, which is not kept`);
      }
  })
  .meta({ id: "GenericConfig" });

/** What a team sets for a source of its own. */
export type GenericConfig = z.infer<typeof genericConfigSchema>;

/** What counts while a team has set nothing: the secret as a bearer token, and a mapping that looks where senders commonly put things. */
export const DEFAULT_GENERIC_CONFIG: GenericConfig = {
  signature: { scheme: "token", header: "Authorization", prefix: "Bearer " },
};
