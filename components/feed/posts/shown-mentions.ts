import type { Activity } from "@/activity/activity";
import { isJsonObject } from "@/activity/json";
import type { Mentionable } from "./mentions";

/** Whom a comment or a note mentions, as it was stored with it. */
export function mentionsOf({ metadata }: Pick<Activity, "metadata">): { name: string }[] {
  if (!isJsonObject(metadata)) return [];
  const { mentions } = metadata;
  if (!Array.isArray(mentions)) return [];
  return mentions.flatMap((one) => (isJsonObject(one) && typeof one.name === "string" ? [{ name: one.name }] : []));
}

/** A text in pieces, those that mention somebody with who that is. The longest name counts: `@Bo` is not in `@Bob`. */
export function splitMentions<P extends Pick<Mentionable, "name">>(
  text: string,
  people: readonly P[],
): { text: string; person: P | null }[] {
  const names = new Map(people.filter(({ name }) => name !== "").map((person) => [`@${person.name}`, person]));
  if (names.size === 0) return [{ text, person: null }];
  const patterns = [...names.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(${patterns.join("|")})(?![\\p{L}\\p{N}_])`, "u");
  return text
    .split(pattern)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, person: names.get(piece) ?? null }));
}
