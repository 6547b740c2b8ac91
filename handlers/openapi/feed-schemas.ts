import { z } from "zod";
import { newPostSchema } from "@/activity/post";
import { changeFeedSchema, newFeedSchema } from "../feeds/manage-feeds";
import { newReaderTokenSchema } from "../feeds/reader-tokens";

const instant = z.iso.datetime();
const addresses = { atomUrl: z.url(), jsonUrl: z.url() };

const publicFeed = z.strictObject({
  id: z.uuid(),
  slug: z.string().describe("Its name in the address"),
  name: z.string(),
  filter: z.string().describe("As the query of the feed's address"),
  hidesNames: z.boolean(),
  hidesMetadata: z.boolean(),
  isOn: z.boolean().describe("Whether it is public"),
  createdAt: instant,
  url: z.url().describe("Its page"),
  ...addresses,
});

/** The schemas of posts, public feeds and feed readers by their names in the document. */
export const FEED_SCHEMAS = {
  NewPost: newPostSchema,
  NewFeed: newFeedSchema,
  ChangeFeed: changeFeedSchema,
  PublicFeed: publicFeed,
  PublicFeedList: z.strictObject({ items: z.array(publicFeed) }),
  NewReaderToken: newReaderTokenSchema,
  ReaderTokenList: z.strictObject({
    items: z.array(z.strictObject({ id: z.uuid(), createdAt: instant, lastUsedAt: instant.nullable() })),
  }),
  CreatedReaderToken: z.strictObject({
    id: z.uuid(),
    createdAt: instant,
    ...addresses,
  }),
  JsonFeed: z
    .looseObject({
      version: z.literal("https://jsonfeed.org/version/1"),
      title: z.string(),
      items: z.array(z.looseObject({ id: z.string(), url: z.url(), title: z.string(), content_html: z.string() })),
    })
    .describe("JSON Feed, jsonfeed.org"),
} as const;
