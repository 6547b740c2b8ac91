import { z } from "zod";

/** What is shown of a page that an activity links to. All texts are the page's own words: one line each, never markup. */
export const linkPreviewSchema = z
  .strictObject({
    n: z.int().nonnegative().describe("The link's place among the activity's"),
    url: z.string().describe("The address as the activity has it"),
    host: z.string().describe("Of the page that was reached"),
    site: z.string().nullable().describe("What the page calls its site"),
    title: z.string(),
    description: z.string().nullable(),
    imageUrl: z.string().nullable().describe("Its picture, at this server"),
  })
  .meta({ id: "LinkPreview" });

export type LinkPreview = z.infer<typeof linkPreviewSchema>;

/** The previews of an activity; a link that gave none is missing. */
export const linkPreviewListSchema = z
  .strictObject({
    items: z.array(linkPreviewSchema),
    isOn: z.boolean().describe("False: this server makes none (`LINK_PREVIEWS`)"),
  })
  .meta({ id: "LinkPreviewList" });
