import { z } from "zod";
import { MOST_COUNTED_OF_OPTION } from "@/db/queries/count-options";
import { newMuteSchema } from "../views/mutes";
import { readMarkSchema } from "../views/read-marks";
import { changedViewSchema, newViewSchema } from "../views/views";

const viewFields = {
  id: z.uuid(),
  name: z.string(),
  filter: z.string().describe("The filter as query parameters"),
  isTeams: z.boolean().describe("True: the team's; false: the caller's own"),
};

/** The schemas of what narrows a feed and of a member's own views, by their names in the document. */
export const VIEW_SCHEMAS = {
  FacetList: z.strictObject({
    items: z.array(
      z.strictObject({
        value: z.string().describe("As the filter takes it"),
        name: z.string(),
        avatarUrl: z.string().nullable().describe("Of an actor"),
        count: z.int().describe(`How many activities it would show, at most ${MOST_COUNTED_OF_OPTION}`),
        isExact: z.boolean().describe("False when there may be more"),
      }),
    ),
  }),
  NewView: newViewSchema,
  ChangedView: changedViewSchema,
  View: z.strictObject(viewFields),
  ViewList: z.strictObject({
    items: z.array(
      z.strictObject({
        ...viewFields,
        readSeq: z.int().describe("Everything up to here is read"),
        unread: z.strictObject({
          count: z.int().describe("Activities that came since it was read, at most 99"),
          isExact: z.boolean().describe("False when there may be more"),
        }),
      }),
    ),
    seenSeq: z.int().nullable().describe("How far the caller has seen the whole feed; null when never"),
    mutes: z.array(newMuteSchema).describe("What the caller has muted"),
    bookmarks: z
      .array(z.uuid())
      .describe("The ids of the activities that the caller has bookmarked, as they stand today"),
  }),
  ReadMark: readMarkSchema,
  NewMute: newMuteSchema,
} as const;
