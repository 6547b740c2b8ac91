import { z } from "zod";

/** What became of a call of a webhook's address. */
const deliveryOutcomeSchema = z.enum(["stored", "duplicate", "answered", "unusable", "refused"]);

/** How a body was written anew on its way. */
export const REWRITINGS = [
  "compact",
  "indented",
  "indented by 4",
  "spaced",
  "ascii only",
  "spaced and ascii only",
  "line break added",
  "line break taken away",
] as const;

/** Why a call was refused or could not be used, or what went wrong with its mapping. */
export const diagnosisSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("missing_header"), header: z.string() }),
  z.object({ code: z.literal("missing_field"), field: z.string() }),
  z.object({ code: z.literal("malformed_header"), header: z.string() }),
  z.object({ code: z.literal("wrong_signature"), header: z.string() }),
  z.object({ code: z.literal("clock_off"), seconds: z.number().describe("Ahead of our clock; below zero: behind it") }),
  z.object({ code: z.literal("body_reencoded"), how: z.enum(REWRITINGS) }),
  z.object({ code: z.literal("other_endpoint"), integration: z.string() }),
  z.object({ code: z.literal("secret_with_blanks") }),
  z.object({ code: z.literal("no_secret") }),
  z.object({ code: z.literal("too_large") }),
  z.object({ code: z.literal("incomplete") }),
  z.object({ code: z.literal("unusable"), message: z.string() }),
  z.object({ code: z.literal("mapping_failed"), message: z.string() }),
]);
export type Diagnosis = z.infer<typeof diagnosisSchema>;

/** A line of an integration's delivery log, as the API gives it. */
export const deliverySchema = z
  .object({
    id: z.uuid(),
    deliveryId: z.string().nullable().describe("The sender's id; null when it sent none"),
    receivedAt: z.iso.datetime(),
    outcome: deliveryOutcomeSchema,
    status: z.int().describe("The HTTP status that was answered"),
    eventName: z.string().nullable().describe("The sender's name of the event"),
    diagnosis: diagnosisSchema.nullable(),
    tookMs: z.int(),
    activityIds: z.array(z.uuid()),
    became: z.string().nullable().describe("The sentence of its first activity"),
    bodyBytes: z.int(),
    isKept: z.boolean().describe("Whether headers and body are there to be looked at and replayed"),
  })
  .meta({ id: "Delivery" });
export type DeliveryLine = z.infer<typeof deliverySchema>;

export const deliveryPageSchema = z
  .object({
    items: z.array(deliverySchema),
    nextCursor: z.string().nullable(),
    total: z.int().describe("Calls in the log"),
    refused: z.int().describe("Of them, refused ones"),
    hasArrived: z.boolean().describe("Whether the sender ever sent a genuine delivery; tests of ours do not count"),
  })
  .meta({ id: "DeliveryPage" });
export type DeliveryPage = z.infer<typeof deliveryPageSchema>;

/** What the ids of our own test deliveries look like, and those of no sender. */
export const TEST_ID = /^test_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a line of the log is a test that somebody sent from here. */
export function isTest({ deliveryId }: Pick<DeliveryLine, "deliveryId">): boolean {
  return deliveryId !== null && TEST_ID.test(deliveryId);
}

/** A duration in the words of a person: "41 seconds", "7 minutes", "3 hours". */
function span(seconds: number): string {
  const size = Math.abs(seconds);
  const [count, unit] =
    size < 90
      ? [size, "second"]
      : size < 5_400
        ? [size / 60, "minute"]
        : size < 172_800
          ? [size / 3_600, "hour"]
          : [size / 86_400, "day"];
  const whole = Math.round(count);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}

/** A diagnosis in plain words: what is wrong, and what to do about it. `sender` is what people call the source. */
export function explainDiagnosis(diagnosis: Diagnosis, sender: string): { title: string; detail: string } {
  switch (diagnosis.code) {
    case "missing_header":
      return {
        title: `The header ${diagnosis.header} is missing.`,
        detail: `${sender} sends it once a secret is set there. Something on the way may also take it out.`,
      };
    case "missing_field":
      return {
        title: `The field ${diagnosis.field} is missing.`,
        detail: `${sender} is to send the secret in it. Check what was set for it there and here.`,
      };
    case "malformed_header":
      return {
        title: `The header ${diagnosis.header} is not of the form ${sender} gives it.`,
        detail:
          "Check that this address is set up for the right sender, and that nothing on the way changes its headers.",
      };
    case "wrong_signature":
      return {
        title: "The secret is another one.",
        detail: `What was sent was signed with neither this integration's secret nor any other of your team. Paste the secret into ${sender} again, or rotate it.`,
      };
    case "clock_off":
      return {
        title: `The clock is ${span(diagnosis.seconds)} off.`,
        detail: `The signature is right, and its time is ${diagnosis.seconds > 0 ? "ahead of" : "behind"} ours. Either a clock is wrong, or the delivery was held up or sent again.`,
      };
    case "body_reencoded":
      return {
        title: "The body was re-encoded on its way.",
        detail: `Written anew (${diagnosis.how}) it would match your secret, so a proxy or a forwarder between ${sender} and this address rewrites it. Pass the bytes through unchanged.`,
      };
    case "other_endpoint":
      return {
        title: "The secret of another endpoint of this team matches.",
        detail: `It was signed with the secret of “${diagnosis.integration}”. Give ${sender} this integration's own secret, or the other one's address.`,
      };
    case "secret_with_blanks":
      return {
        title: "The secret has a blank or a line break too many.",
        detail: `It was copied with white space around it. Paste it into ${sender} again without.`,
      };
    case "no_secret":
      return {
        title: "No secret is set yet.",
        detail: `Paste the one that ${sender} signs with below. Then this delivery can be replayed.`,
      };
    case "too_large":
      return { title: "The body was too large.", detail: "It was refused before it was read to its end." };
    case "incomplete":
      return {
        title: "The body did not come in whole.",
        detail: `The connection was lost, or it came too slowly. Look at what stands between ${sender} and this address.`,
      };
    case "unusable":
      return { title: "Signed, but of no use.", detail: diagnosis.message };
    case "mapping_failed":
      return {
        title: "It could not be told in its own words.",
        detail: `It was stored, and told plainly: ${diagnosis.message}. Once the mapping is right, it can be told anew.`,
      };
  }
}
