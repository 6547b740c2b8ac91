import { z } from "zod";
import { readableActivity } from "../feed/request";

/** What the API says of what is pinned. */
export const pinsAnswer = z.object({
  items: z.array(
    z.object({
      activity: readableActivity,
      pinnedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
      pinnedAt: z.string(),
    }),
  ),
});

/** An activity that is pinned for the team; `pinnedBy` is null once the account is gone. */
export type ShownPin = z.infer<typeof pinsAnswer>["items"][number];
