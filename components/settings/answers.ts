import { z } from "zod";

/** What the API answers when a key was made. `key` is the whole key, given this once. */
export const newKeyAnswer = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  key: z.string(),
  /** For a key that was rotated: until when the secret before it counts, null when not at all. */
  previousUntil: z.string().nullable().optional(),
});
export type NewKey = z.infer<typeof newKeyAnswer>;

const setupSchema = z.object({
  menu: z.array(z.string()),
  secretFrom: z.enum(["us", "sender"]),
  secretName: z.string(),
  hint: z.string().optional(),
  first: z.string().optional(),
  docsUrl: z.string(),
});
/** What to enter where at a sender. */
export type SourceSetup = z.infer<typeof setupSchema>;

/** What the API answers when an integration was made. `secret` is given this once; null while only the sender knows it. */
export const newIntegrationAnswer = z.object({
  id: z.string(),
  label: z.string(),
  url: z.string(),
  secret: z.string().nullable(),
  setup: setupSchema,
});
export type NewIntegration = z.infer<typeof newIntegrationAnswer>;

/** A 204: nothing. */
export const emptyAnswer = z.undefined();

/** A public feed as the API answers it. */
export const publicFeedAnswer = z.object({ name: z.string(), url: z.string() });
export type PublicFeedAnswer = z.infer<typeof publicFeedAnswer>;

/** The addresses of a member's feed reader, given this once. */
export const newReaderAnswer = z.object({ atomUrl: z.string(), jsonUrl: z.string() });
export type NewReader = z.infer<typeof newReaderAnswer>;
