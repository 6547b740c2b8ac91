import { z } from "zod";
import type { ActorKind, Group } from "../event-schema";
import type { EventType } from "./event-type";

/** Past tenses that do not end in -ed, as last words of an event type. */
const IRREGULAR = new Set(
  "paid sent built ran made lost won read left begun began sold bought held kept met told found drawn grown thrown known given taken broken written forgotten split shut cut put set hit".split(
    " ",
  ),
);
const FAILURES =
  /(^|[._-])(fail(ed|ure|ing)?|error(ed)?|crash(ed)?|incident|outage|alert(ed)?|declined|disputed|rejected)($|[._-])/i;

/** True for a word that is a past tense, as far as it can be told: "created", "sent". */
export function isPastTense(word: string): boolean {
  return /..ed$/i.test(word) || IRREGULAR.has(word.toLowerCase());
}

function words(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[\s._:/-]+/g, " ")
    .trim()
    .toLowerCase();
}

function groupOf(type: string, actorKind: ActorKind): Group {
  const head = type.split(".")[0];
  if (head === "task" || head === "system" || head === "user" || head === "integration") return head;
  if (head === "screenshot" || head === "ocr") return "system";
  if (head === "comment" || head === "status") return "user";
  return actorKind === "integration" ? "integration" : actorKind === "user" ? "user" : "system";
}

/**
 * What is shown of a type nobody described: "{actor} {past tense} {entity type} {entity}" where the type's last word is a past tense,
 * else "{actor} · {the type's words} · {entity}".
 */
export function genericEventType(type: string, actorKind: ActorKind): EventType {
  const all = words(type);
  const last = all.split(" ").at(-1) ?? "";
  const isPast = isPastTense(last) && type.includes(".");
  // A type's own braces and brackets are text, not places to fill.
  const plain = (text: string) =>
    text
      .replace(/[{}[\]|]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const sentence = isPast
    ? `{actor} ${plain(last)} {entityType} {entity}`
    : `{actor} · ${plain(all) || "event"} · {entity}`;
  const failed = FAILURES.test(type);
  return {
    type,
    label: all === "" ? type : all.charAt(0).toUpperCase() + all.slice(1),
    group: groupOf(type, actorKind),
    icon: failed ? "triangle-alert" : "circle-dot",
    color: failed ? "red" : "gray",
    message: sentence,
    isImportant: () => failed,
    metadata: z.looseObject({}),
  };
}
