import type { Activity } from "./activity";
import { isJsonObject } from "./json";
import { isSecretName } from "./secret-names";

/** Previews of one activity. */
const MOST_LINKS = 3;
/** As long as the address of an entity may be; no longer text is even looked at. */
const LONGEST = 2_048;
const ADDRESS = /https?:\/\/[^\s<>"'`\\^{|}\p{Cc}]+/giu;

/** An address found in running text, without the punctuation that follows it; `(…)` within it stays. */
function cutEnd(found: string): string {
  let text = found;
  for (;;) {
    const isOpen = text.endsWith(")") && text.split("(").length < text.split(")").length;
    if (!isOpen && !/[.,;:!?…*_~\]]$/.test(text)) return text;
    text = text.slice(0, -1);
  }
}

/** The address as browsers write it, without its fragment; null for what is not to be opened unasked, as it may let somebody in. */
function plainAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  if ([...url.searchParams.keys()].some(isSecretName)) return null;
  url.hash = "";
  return url.href;
}

/**
 * The web addresses that an activity carries, each once, at most {@link MOST_LINKS}: its entity's, and those in its sentence and in
 * what was said. What is stored never changes, so the place of each is its name. Addresses with credentials are left out.
 */
export function linksOf(activity: Pick<Activity, "entityUrl" | "message" | "metadata">): string[] {
  const { entityUrl, message, metadata } = activity;
  const said = isJsonObject(metadata) ? [metadata.body, metadata.text, metadata.comment] : [];
  const links = new Set<string>(entityUrl === null ? [] : [plainAddress(entityUrl) ?? ""]);
  for (const text of [message, ...said]) {
    if (typeof text !== "string") continue;
    for (const [found] of text.matchAll(ADDRESS)) {
      if (links.size > MOST_LINKS) break;
      if (found.length <= LONGEST) links.add(plainAddress(cutEnd(found)) ?? "");
    }
  }
  links.delete("");
  return [...links].slice(0, MOST_LINKS);
}
