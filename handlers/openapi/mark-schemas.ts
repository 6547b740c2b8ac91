import { z } from "zod";
import { activitySchema } from "@/activity/activity";

/** The schemas of bookmarks and pins, by their names in the document. */
export const MARK_SCHEMAS = {
  BookmarkPage: z.strictObject({
    items: z.array(activitySchema),
    nextCursor: z.string().nullable().describe("Older ones; null at the end"),
  }),
  PinList: z.strictObject({
    items: z.array(
      z.strictObject({
        activity: activitySchema,
        pinnedBy: z
          .strictObject({ id: z.uuid(), name: z.string() })
          .nullable()
          .describe("Null once the account is gone"),
        pinnedAt: z.iso.datetime(),
      }),
    ),
  }),
} as const;
