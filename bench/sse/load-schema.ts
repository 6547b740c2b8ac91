import { z } from "zod";

/** What the load generator is asked to do. */
export const loadSchema = z.object({
  origin: z.string(),
  /** What a reader sends to open its stream, byte for byte. */
  request: z.string(),
  readers: z.int(),
  /** Readers more that open a stream and then read nothing. */
  stuck: z.int(),
  /** Where events are posted; with a path. */
  publishUrl: z.string(),
  publishHeaders: z.record(z.string(), z.string()),
  /** Bodies to publish by turns; `@@mark@@` in them becomes the event's mark. */
  bodies: z.array(z.string()).min(1),
  /** Events a second; null: as many as get through. */
  rate: z.number().nullable(),
  seconds: z.number(),
  /** Processes whose CPU counts. */
  pids: z.array(z.int()),
});

export type Load = z.infer<typeof loadSchema>;

const spreadSchema = z.object({ p50: z.number(), p99: z.number() });

/** What came of it. Times in milliseconds, CPU in microseconds of the servers' processes. */
export const loadResultSchema = z.object({
  events: z.int(),
  deliveries: z.int(),
  isComplete: z.boolean(),
  perSecond: z.number(),
  lateBy: z.number(),
  cpuPerDelivery: z.number(),
  /** From sending the POST to a reader's bytes. */
  sent: spreadSchema,
  /** From the time the append stamps, just before the commit; null for a side that stores nothing. */
  committed: spreadSchema.nullable(),
  busy: z.number(),
});

export type LoadResult = z.infer<typeof loadResultSchema>;
