import { z } from "zod";
import { MUTED_FIELDS } from "@/activity/mutes";

const viewFields = { id: z.string(), name: z.string(), filter: z.string(), isTeams: z.boolean() };

/** A view as the API gives it when it was saved. */
export const viewAnswer = z.object(viewFields);

const muteAnswer = z.object({ field: z.enum(MUTED_FIELDS), value: z.string(), name: z.string() });
export type NamedMute = z.infer<typeof muteAnswer>;

/** What the API says of the views that the reader sees. */
export const viewsAnswer = z.object({
  items: z.array(
    z.object({
      ...viewFields,
      /** Everything up to here is read. */
      readSeq: z.number(),
      unread: z.object({ count: z.number(), isExact: z.boolean() }),
    }),
  ),
  /** How far the reader has seen the whole feed; null when never. */
  seenSeq: z.number().nullable(),
  /** What the reader has muted. */
  mutes: z.array(muteAnswer),
  /** The ids of what the reader has bookmarked. */
  bookmarks: z.array(z.string()),
});
export type ViewsAnswer = z.infer<typeof viewsAnswer>;
export type ShownView = ViewsAnswer["items"][number];

/** Of a view in which nothing is unread. */
export const ALL_READ: ShownView["unread"] = { count: 0, isExact: true };

/** Whether two mutes leave out the same. */
export function isSameMute(a: Pick<NamedMute, "field" | "value">, b: Pick<NamedMute, "field" | "value">): boolean {
  return a.field === b.field && a.value === b.value;
}

/** What the fields are called whose values are muted. */
export const MUTED_LABELS: Record<NamedMute["field"], string> = { type: "Type", actor: "Who", entity: "Entity" };
