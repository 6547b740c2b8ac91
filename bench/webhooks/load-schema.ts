import { z } from "zod";

/** One integration as its sender sees it, and how much it sends. */
export const senderSchema = z.object({
  provider: z.string(),
  url: z.string(),
  secret: z.string(),
  /** Deliveries a second. */
  rate: z.number(),
});
export type Sender = z.infer<typeof senderSchema>;

export const loadSchema = z.object({ senders: z.array(senderSchema), seconds: z.number(), warmUpSeconds: z.number() });

/** What one sender heard. */
const heardSchema = z.object({
  provider: z.string(),
  /** From the moment at which a delivery was due to its whole answer, milliseconds, warm-up left out. */
  latencies: z.array(z.number()),
  /** Ids that were answered 2xx, those that were sent again included once. */
  accepted: z.array(z.string()),
  /** Ids whose every answer was a refusal. */
  refused: z.array(z.string()),
  /** Ids that were not answered, and may be stored or not. */
  unanswered: z.array(z.string()),
  /** How many calls were answered with each status; 0 stands for those that were not answered. */
  statuses: z.record(z.string(), z.number()),
  /** Answers with 429 that did not say when to come back. */
  withoutRetryAfter: z.number(),
});
export type Heard = z.infer<typeof heardSchema>;

export const resultSchema = z.object({ heard: z.array(heardSchema), busy: z.number() });
export type LoadResult = z.infer<typeof resultSchema>;
