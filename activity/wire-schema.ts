import { z } from "zod";
import { activitySchema } from "./activity";

/** Why a reader must reload its list: its id cannot be served (design §5). */
const RESET_REASONS = ["too_old", "unknown_epoch", "ahead", "malformed"] as const;

const placeSchema = z.object({
  seq: z.int().nonnegative(),
  /** Only while doorbells do not arrive: `polling`, events come some seconds later; `degraded`, the database cannot be read. */
  listener: z.enum(["polling", "degraded"]).optional(),
});

/** What is different now about an activity that was sent before. A list that holds it takes it out. */
export const changeSchema = z
  .object({
    id: z.uuid().describe("Of the activity"),
    isHidden: z.literal(true),
    supersededBy: z.uuid().nullable().describe("The activity that took its place, sent by itself"),
  })
  .meta({ id: "Change" });

/** What the stream sends, by SSE event name. `ready`, `heartbeat` and `reset` carry the current id, so filtered readers advance too. */
export const streamMessageSchema = z
  .discriminatedUnion("event", [
    z.object({ event: z.literal("ready"), data: placeSchema }),
    z.object({ event: z.literal("activity"), data: activitySchema }),
    z.object({ event: z.literal("change"), data: changeSchema }),
    z.object({ event: z.literal("heartbeat"), data: placeSchema }),
    z.object({ event: z.literal("reset"), data: z.object({ reason: z.enum(RESET_REASONS) }) }),
  ])
  .meta({ id: "StreamMessage" });
