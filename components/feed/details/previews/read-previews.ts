import * as v from "valibot";
import type { LinkPreview } from "@/activity/link-preview";
import { requestJson } from "../../request";

// A newer server may add fields while an old tab is still open.
const readablePreview = v.object({
  n: v.number(),
  url: v.string(),
  host: v.string(),
  site: v.nullable(v.string()),
  title: v.string(),
  description: v.nullable(v.string()),
  imageUrl: v.nullable(v.string()),
}) satisfies v.GenericSchema<unknown, LinkPreview>;
const readable = v.object({ items: v.array(readablePreview), isOn: v.boolean() });

/** Hosts whose pages had nothing to show so far, in this tab: no place is kept for another of theirs. */
const silent = new Set<string>();
/** What the server said last: whether it makes any. */
let isOn = true;

/** How many of an activity's links may get a preview, as far as is known. */
export function countHopeful(links: readonly string[]): number {
  return links.filter((link) => isOn && !silent.has(new URL(link).host)).length;
}

/** Asks our server for the previews of those links; it looks at the pages, never this browser. Throws as `requestJson`. */
export async function readPreviews(path: string, links: readonly string[]): Promise<LinkPreview[]> {
  for (const link of links) silent.add(new URL(link).host);
  const { items, isOn: isMade } = v.parse(readable, await requestJson(path));
  isOn = isMade;
  for (const { url } of items) silent.delete(new URL(url).host);
  return items;
}
