import { z } from "zod";
import { foldSchema } from "./fold/fold-schema";
import type { Json } from "./json";
import { ACTOR_KINDS, COLORS, GROUPS } from "./kinds";

/** A stored activity as every list, stream and answer carries it (design §6). Times are ISO 8601 in UTC, milliseconds. */
export const activitySchema = z
  .strictObject({
    id: z.uuid().describe("UUIDv7"),
    seq: z.int().positive().describe("Gap-free per team, in commit order"),
    eventType: z.string(),
    group: z.enum(GROUPS),
    actorId: z.uuid(),
    actorKey: z.string().describe("The actor id that was posted"),
    actorName: z.string(),
    actorKind: z.enum(ACTOR_KINDS),
    actorAvatarUrl: z.string().nullable(),
    timestamp: z.iso.datetime().describe("When it happened"),
    receivedAt: z.iso.datetime().describe("When it was stored"),
    entityType: z.string(),
    entityId: z.uuid(),
    entityKey: z.string().describe("The entity id that was posted"),
    entityName: z.string(),
    entityUrl: z.string().nullable(),
    entityReference: z.string().nullable(),
    metadata: z.custom<Json>(() => true).describe("Free JSON as it was posted"),
    message: z.string().describe("The whole sentence in plain text, names included"),
    icon: z.string().describe("A lucide icon name"),
    color: z.enum(COLORS),
    isImportant: z.boolean(),
    source: z.string(),
    supersedes: z.uuid().optional().describe("The activity that this one corrects"),
    hiddenSeq: z
      .int()
      .positive()
      .optional()
      .describe("The seq of the change that hid it: no list and no stream holds it any more"),
    supersededBy: z.uuid().optional().describe("The activity that took its place"),
  })
  .meta({ id: "Activity" });

/** A stored activity. */
export type Activity = z.infer<typeof activitySchema>;

/** One page of a list. `lastEventId` was read in the same snapshot as `items`. */
export const activityPageSchema = z
  .strictObject({
    items: z.array(activitySchema),
    nextCursor: z.string().nullable().describe("Older items; null at the end of the feed"),
    prevCursor: z.string().nullable().describe("Newer items; null when this page starts at the newest"),
    lastEventId: z.string().describe("`<epoch>.<seq>`: open the stream with it and nothing is missed"),
    searchedBackTo: z.iso
      .datetime()
      .optional()
      .describe("Present when the work budget ended the search early; `nextCursor` goes on"),
    folds: z.array(foldSchema).optional().describe("With `fold=on`: which of the items stand for more than one event"),
    rest: z
      .array(foldSchema)
      .optional()
      .describe(
        "With `fold=on`: the folds of the last item's hour that the next page has, so that live events are counted on",
      ),
  })
  .meta({ id: "ActivityPage" });

export type ActivityPage = z.infer<typeof activityPageSchema>;
