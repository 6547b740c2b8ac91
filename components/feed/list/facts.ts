import type { Activity } from "@/activity/activity";
import { isJsonObject, type Json } from "@/activity/json";
import { metadataText } from "@/activity/template";
import { FEED_SOURCE } from "@/activity/thread";

/** Names of sources that capital letters alone would not give. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ["github", "GitHub"],
  ["gitlab", "GitLab"],
  ["pagerduty", "PagerDuty"],
  ["cloudevents", "CloudEvents"],
  ["cal-com", "Cal.com"],
  ["circleci", "CircleCI"],
  ["launchdarkly", "LaunchDarkly"],
  ["sonarqube", "SonarQube"],
]);

/** Metadata worth a place on the row, first come first shown; each list holds names for one fact. */
const PLACES = [
  ["repository.full_name", "repository", "repo"],
  ["board", "project", "list"],
  ["branch", "ref"],
  ["environment"],
  ["priority"],
] as const;
const MAX_FACTS = 4;

/** What a source is called; null for `api`, which says nothing. */
export function sourceName(source: string): string | null {
  if (source === "api") return null;
  return SOURCES.get(source) ?? source.charAt(0).toUpperCase() + source.slice(1);
}

function firstText(metadata: Json, paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = metadataText(metadata, path);
    if (text !== null) return text.replace(/^refs\/(heads|tags)\//, "");
  }
  return null;
}

function wordCount(activity: Activity): string | null {
  if (activity.group !== "system" || !isJsonObject(activity.metadata)) return null;
  const { ocrText, wordCount: counted } = activity.metadata;
  const words = typeof counted === "number" ? counted : typeof ocrText === "string" ? countWords(ocrText) : 0;
  return words === 0 || activity.message.includes(` ${words} words`) ? null : `OCR: ${words} words`;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** The small facts under a sentence that the sentence does not already say: board, repository, branch, source. */
export function factsOf(activity: Activity): string[] {
  const candidates = [
    wordCount(activity),
    ...PLACES.map((paths) => firstText(activity.metadata, paths)),
    // Who says something in the feed itself need not be told that it was there.
    activity.source === FEED_SOURCE ? null : sourceName(activity.source),
  ];
  const facts = new Set<string>();
  for (const fact of candidates) {
    if (fact === null || fact === activity.entityReference || activity.message.includes(fact)) continue;
    facts.add(fact);
  }
  return [...facts].slice(0, MAX_FACTS);
}

/** The words of a comment, at most `most` characters, by default 600; null when the event carries none, or its sentence already says them. */
export function quoteOf(activity: Activity, most = 600): string | null {
  if (!isJsonObject(activity.metadata)) return null;
  for (const key of ["body", "text", "comment"]) {
    const value = activity.metadata[key];
    if (typeof value !== "string") continue;
    // A note is called by its first line, which the sentence says.
    const title = `${activity.entityName}\n`;
    const text = (value.startsWith(title) ? value.slice(title.length) : value).trim();
    if (text === "" || activity.message.includes(text)) continue;
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
  }
  return null;
}

/** The pictures that sample events show, below `public/`. Other paths of our own are none: showing them would call them. */
const SAMPLE_PICTURE = /^\/sample\/[a-z0-9-]+\.svg$/;

/** The picture of an event when it is a web address or a sample's; a `javascript:` or `data:` address is none. */
export function imageOf(activity: Activity): string | null {
  if (!isJsonObject(activity.metadata)) return null;
  const { imageUrl } = activity.metadata;
  if (typeof imageUrl === "string" && SAMPLE_PICTURE.test(imageUrl)) return imageUrl;
  return webAddress(imageUrl);
}

/** A web address; `javascript:`, `data:` and our own paths are none. */
export function webAddress(value: Json | undefined): string | null {
  return typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
}

/** The attributes of the link to an activity's entity: to its own page elsewhere, else to the activity's. */
export function entityLink({ entityUrl }: Activity, permalink: string) {
  const url = safeUrl(entityUrl);
  return url === null
    ? { href: permalink, "data-permalink": true }
    : { href: url, target: "_blank", rel: "noopener noreferrer" };
}

/** An address that is safe to link to (http, https, mailto), else null. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return ["http:", "https:", "mailto:"].includes(new URL(url).protocol) ? url : null;
}
