import { z } from "zod";

/** What the poster is asked to do until its input ends. */
export const feedOrderSchema = z.object({ url: z.string(), key: z.string(), rate: z.number() });

export type FeedOrder = z.infer<typeof feedOrderSchema>;

/** What it did: events stored a second, those refused, the p99 of an answer in milliseconds, how busy its event loop was. */
export const fedSchema = z.object({ rate: z.number(), failed: z.int(), p99: z.number(), busy: z.number() });

export type Fed = z.infer<typeof fedSchema>;
