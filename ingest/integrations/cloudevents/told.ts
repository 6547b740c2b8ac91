import { type Actor, actor, type Draft, stableId } from "../payload/draft";
import type { CloudEvent } from "./cloud-event";
import { sourceName } from "./names";

/** What one way of telling makes of an event; when it happened is the event's own time unless it knows better. */
export type Told = Draft;

/** Tells an event; null for one that it does not know. */
export type Tell = (event: CloudEvent) => Told | null;

/** The source of an event as the one who did it. */
export function sourceActor(source: string): Actor {
  return actor(source, sourceName(source), { kind: "integration" });
}

/** An id of a thing: a package URL and a web address stand for themselves, all others are known within their source alone. */
export function scopedId(source: string, id: string): string {
  return /^(pkg:|https?:\/\/)/i.test(id) ? stableId(id) : stableId(source, "#", id);
}

/** The event's subject when it is a web address. */
export function linkOf(text: string | null): string | null {
  if (text === null || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href;
}

/** What happened to something that runs: "finished pipeline CI with a failure". Null for a word that is no state of a run. */
export function tellRun(state: string, outcome: string | null, told: string): string | null {
  const ended = (how: string) => `finished ${told}${how}`;
  switch (state) {
    case "queued":
    case "started":
    case "skipped":
      return `${state} ${told}`;
    case "finished":
      switch (outcome) {
        case "success":
          return ended(" successfully");
        case "failure":
        case "fail":
          return ended(" with a failure");
        case "error":
          return ended(" with an error");
        case "cancel":
          return `cancelled ${told}`;
        default:
          return ended("");
      }
    default:
      return null;
  }
}

/** A run's outcome as the looks of event types know it. */
export function conclusionOf(outcome: string | null): string | null {
  return outcome === "fail" ? "failure" : outcome === "cancel" ? "cancelled" : outcome;
}
