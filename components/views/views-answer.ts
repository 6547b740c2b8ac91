import * as v from "valibot";
import { MUTED_FIELDS } from "@/activity/mutes";

const viewFields = { id: v.string(), name: v.string(), filter: v.string(), isTeams: v.boolean() };

/** A view as the API gives it when it was saved. */
export const viewAnswer = v.object(viewFields);

const muteAnswer = v.object({ field: v.picklist(MUTED_FIELDS), value: v.string(), name: v.string() });
export type NamedMute = v.InferOutput<typeof muteAnswer>;

/** What the API says of the views that the reader sees. */
const viewsAnswer = v.object({
  items: v.array(
    v.object({
      ...viewFields,
      /** Everything up to here is read. */
      readSeq: v.number(),
      unread: v.object({ count: v.number(), isExact: v.boolean() }),
    }),
  ),
  /** How far the reader has seen the whole feed; null when never. */
  seenSeq: v.nullable(v.number()),
  /** What the reader has muted. */
  mutes: v.array(muteAnswer),
  /** The ids of what the reader has bookmarked. */
  bookmarks: v.array(v.string()),
});
export type ViewsAnswer = v.InferOutput<typeof viewsAnswer>;
export type ShownView = ViewsAnswer["items"][number];

/** Throws when it is nothing of the kind. */
export const parseViews = (json: unknown): ViewsAnswer => v.parse(viewsAnswer, json);
