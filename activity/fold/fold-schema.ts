import { z } from "zod";
import { RATE_PARTS } from "./fold";

/** Similar events of one hour, shown as one row that stands where the newest of them would. */
export const foldSchema = z
  .strictObject({
    key: z.string().describe("The same for all of its events, and for no other"),
    seq: z.int().positive().describe("Of its newest event, the item that stands for it"),
    kind: z
      .enum(["machine", "person", "single"])
      .describe("Who acts: machines, one person; `single` folds with nothing"),
    source: z.string(),
    eventType: z.string().nullable().describe("Null: a source's machine events of any type and entity"),
    entityId: z.uuid().nullable(),
    actorId: z.uuid().nullable().describe("Of the person; null for machines"),
    count: z.int().positive(),
    important: z.int().nonnegative().describe("How many of them are important"),
    first: z.iso.datetime().describe("When the oldest happened"),
    last: z.iso.datetime().describe("When the newest happened"),
    rate: z
      .array(z.int().nonnegative())
      .describe(`How many happened in each of the ${RATE_PARTS} equal parts of their hour; left out parts are none`),
  })
  .meta({ id: "Fold" });
