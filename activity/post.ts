import { z } from "zod";
import { storableText } from "./storable-text";

/** The longest note or comment, bytes of UTF-8. */
const POST_BYTES = 8_192;
const STATUS_BYTES = 200;
const MOST_MENTIONS = 20;

const text = z.string().trim().pipe(storableText(POST_BYTES)).describe("Plain text");
const mentions = z
  .array(z.uuid().toLowerCase())
  .max(MOST_MENTIONS)
  .optional()
  .describe("The user ids of members whom the text mentions; each becomes a `user.mentioned` of its own");

/** What a member says in the feed. */
export const newPostSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("note"), text, mentions }).describe("Becomes `note.posted`"),
  z
    .strictObject({
      kind: z.literal("comment"),
      activityId: z.uuid().toLowerCase().describe("What is commented on; a comment's own id leads to what it is on"),
      text,
      mentions,
    })
    .describe("Becomes `comment.added`, whose entity is the activity: `entity=activity:<id>` lists its comments"),
  z
    .strictObject({
      kind: z.literal("status"),
      text: z
        .string()
        .trim()
        .pipe(storableText(STATUS_BYTES, { allowEmpty: true }))
        .describe("Empty: none any more"),
    })
    .describe("Becomes `status.changed`, whose entity is the member"),
]);

export type NewPost = z.infer<typeof newPostSchema>;
