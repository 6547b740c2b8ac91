import { z } from "zod";
import { activitySchema } from "./activity";

/** What an activity says, as far as one compares it. */
const saidSchema = activitySchema
  .pick({
    eventType: true,
    actorName: true,
    actorKind: true,
    entityType: true,
    entityName: true,
    entityUrl: true,
    entityReference: true,
    timestamp: true,
    message: true,
    icon: true,
    color: true,
    isImportant: true,
    metadata: true,
  })
  .strip();

/** An activity as it stands beside what it would be. */
const comparisonSchema = z.object({
  id: z.uuid().nullable().describe("The activity that stands now; null where there would be one more"),
  before: saidSchema.nullable(),
  after: saidSchema.nullable().describe("Null where it would be withdrawn"),
  fields: z.array(z.string()).describe("In which fields of an activity they differ; none where it stays as it is"),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** A stored delivery, told by the mapping of today. */
const dryRunLineSchema = z.object({
  id: z.uuid().describe("Of its line in the delivery log"),
  deliveryId: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  eventName: z.string().nullable(),
  result: z.enum(["same", "changed", "failed", "not_kept"]),
  reason: z.string().nullable().describe("Why it could not be told anew"),
  activities: z.array(comparisonSchema),
});
export type DryRunLine = z.infer<typeof dryRunLineSchema>;

/** What telling the last deliveries anew would change. Nothing is stored. */
export const dryRunSchema = z
  .object({
    items: z.array(dryRunLineSchema).describe("Newest first"),
    changed: z.int().describe("Deliveries that would be told otherwise"),
    same: z.int(),
    failed: z.int().describe("Deliveries that the mapping cannot tell: they stay as they are"),
    notKept: z.int().describe("Deliveries whose body was not kept whole: they stay as they are"),
  })
  .meta({ id: "DryRun" });
export type DryRun = z.infer<typeof dryRunSchema>;

/** What telling the last deliveries anew has changed. */
export const reprojectionSchema = z
  .object({
    looked: z.int().describe("Deliveries that were told anew"),
    corrected: z.int().describe("Activities that were hidden in favour of a corrected one"),
    added: z.int().describe("Activities that came beside the others of their delivery"),
    withdrawn: z.int().describe("Activities that were hidden with nothing in their place"),
    failed: z.int(),
    notKept: z.int(),
  })
  .meta({ id: "Reprojection" });
export type Reprojection = z.infer<typeof reprojectionSchema>;
