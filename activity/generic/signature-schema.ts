import { z } from "zod";
import { storableText } from "../storable-text";
import { HEADER_NAME, parsePathReference } from "./reference";

/** Most seconds that a signed time may be allowed to be off. */
const MOST_TOLERANCE_SECONDS = 3_600;
export const DEFAULT_TOLERANCE_SECONDS = 300;

export const headerSchema = z
  .string()
  .regex(HEADER_NAME, "must be the name of a header")
  .describe("The name of a header; capitals do not matter");

const prefixSchema = storableText(50).describe("What stands before it, such as `sha256=` or `Bearer `");
const keySchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,20}$/, "must be a short name")
  .describe("As in `t=…,v1=…`");

/** The places of what is signed. */
const SIGNED_PLACE = /\{(body|timestamp|id)\}/;

/** The text around the places of what is signed, and the places themselves: every second part is one. */
export function splitSigned(signed: string): string[] {
  return signed.split(new RegExp(SIGNED_PLACE, "g"));
}

const signedSchema = storableText(100).check((ctx) => {
  const parts = splitSigned(ctx.value);
  const places = parts.filter((_, index) => index % 2 === 1);
  const text = parts.filter((_, index) => index % 2 === 0).join("");
  const fault = /[{}]/.test(text)
    ? "knows {body}, {timestamp} and {id}"
    : places.filter((place) => place === "body").length !== 1
      ? "must hold {body} once: what is not signed proves nothing"
      : null;
  if (fault !== null) ctx.issues.push({ code: "custom", message: fault, input: ctx.value });
});

const hmacSchema = z
  .strictObject({
    scheme: z.literal("hmac"),
    header: headerSchema,
    prefix: prefixSchema.optional(),
    algorithm: z.enum(["sha256", "sha1", "sha512"]).optional().describe("Default: `sha256`"),
    encoding: z.enum(["hex", "base64"]).optional().describe("Default: `hex`"),
    secretEncoding: z.enum(["text", "base64", "hex"]).optional().describe("How the key is read; default: `text`"),
    signed: signedSchema.optional().describe("What is signed, of `{body}`, `{timestamp}`, `{id}`; default: `{body}`"),
    list: z
      .strictObject({
        separator: storableText(5).optional().describe("Default: `,`"),
        signatureKey: keySchema.optional(),
        timestampKey: keySchema.optional(),
      })
      .optional()
      .describe("When the header holds several parts: any one signature of them must be right"),
    timestamp: z
      .strictObject({
        header: headerSchema.optional().describe("Without it, `list.timestampKey` names the part that holds it"),
        unit: z.enum(["s", "ms", "iso"]).optional().describe("Default: `s`"),
        toleranceSeconds: z
          .int()
          .min(1)
          .max(MOST_TOLERANCE_SECONDS)
          .optional()
          .describe(`How far off it may be, before or after; default: ${DEFAULT_TOLERANCE_SECONDS}`),
      })
      .optional(),
  })
  .check((ctx) => {
    const { signed = "{body}", list, timestamp } = ctx.value;
    const fault = (path: string[], message: string) =>
      ctx.issues.push({ code: "custom", message, path, input: ctx.value });
    const isTimeSigned = signed.includes("{timestamp}");
    if (isTimeSigned && timestamp === undefined) fault(["timestamp"], "must be set, as {timestamp} is signed");
    if (!isTimeSigned && timestamp !== undefined) fault(["signed"], "must hold {timestamp}, else it proves nothing");
    const sources = [timestamp?.header, list?.timestampKey].filter((source) => source !== undefined);
    if (timestamp !== undefined && sources.length !== 1)
      fault(["timestamp", "header"], "must be set, or list.timestampKey, and not both");
    if (timestamp === undefined && list?.timestampKey !== undefined)
      fault(["timestamp"], "must be set, as list.timestampKey is");
  });

const bodyPathSchema = z
  .string()
  .min(1)
  .check((ctx) => {
    const path = parsePathReference(ctx.value);
    const fault =
      typeof path === "string"
        ? path
        : typeof path.keys.at(-1) !== "string"
          ? "must end with the name of a field"
          : null;
    if (fault !== null) ctx.issues.push({ code: "custom", message: fault, input: ctx.value });
  });

/** How a sender proves itself. There is no “not at all”: a secret in a header is the least. */
export const signatureSchema = z.discriminatedUnion("scheme", [
  hmacSchema,
  z
    .strictObject({ scheme: z.literal("token"), header: headerSchema, prefix: prefixSchema.optional() })
    .describe("The secret itself, in a header"),
  z
    .strictObject({
      scheme: z.literal("basic"),
      username: storableText(100).regex(/^[^:]*$/, "must not contain a colon"),
    })
    .describe("HTTP Basic authentication; the secret is the password"),
  z
    .strictObject({ scheme: z.literal("bodyToken"), path: bodyPathSchema.describe("Where in the payload") })
    .describe("The secret itself, in the payload"),
  z.strictObject({ scheme: z.literal("standard") }).describe("Standard Webhooks"),
]);

export type GenericSignature = z.infer<typeof signatureSchema>;
export type HmacSignature = Extract<GenericSignature, { scheme: "hmac" }>;
