import { z } from "zod";
import { MOST_COUNTED_OF_OPTION } from "@/db/queries/count-options";

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
} as const;
