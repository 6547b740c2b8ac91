import type { Color } from "../event-schema";
import { isJsonObject, type Json } from "../json";

/** A lucide icon and its colour. */
export interface Look {
  icon: string;
  color: Color;
}

/** What the same thing looks like, whichever source tells of it. */
export const LOOKS = {
  failed: { icon: "triangle-alert", color: "red" },
  succeeded: { icon: "check", color: "green" },
  warned: { icon: "triangle-alert", color: "amber" },
  stopped: { icon: "circle-slash", color: "gray" },
  running: { icon: "play", color: "blue" },
  branch: { icon: "git-branch", color: "blue" },
  comment: { icon: "message-circle", color: "violet" },
  pull: { icon: "git-pull-request", color: "violet" },
  merged: { icon: "git-merge", color: "violet" },
  issue: { icon: "circle-dot", color: "green" },
  closed: { icon: "circle-check", color: "violet" },
  repository: { icon: "book-open", color: "gray" },
  people: { icon: "users", color: "pink" },
  alert: { icon: "shield-alert", color: "red" },
  deploy: { icon: "rocket", color: "cyan" },
  release: { icon: "tag", color: "green" },
  payment: { icon: "credit-card", color: "green" },
  incident: { icon: "siren", color: "red" },
  settled: { icon: "shield-check", color: "green" },
  connected: { icon: "plug", color: "green" },
  generic: { icon: "webhook", color: "gray" },
} satisfies Record<string, Look>;

/** Outcomes by the `conclusion`, `state` or `status` of the metadata. */
const OUTCOMES = new Map<unknown, Look>([
  ["success", LOOKS.succeeded],
  ["successful", LOOKS.succeeded],
  ["succeeded", LOOKS.succeeded],
  ["passed", LOOKS.succeeded],
  ["built", LOOKS.succeeded],
  ["failure", LOOKS.failed],
  ["failed", LOOKS.failed],
  ["error", LOOKS.failed],
  ["errored", LOOKS.failed],
  ["timed_out", LOOKS.failed],
  ["startup_failure", LOOKS.failed],
  ["action_required", LOOKS.warned],
  ["cancelled", LOOKS.stopped],
  ["canceled", LOOKS.stopped],
  ["skipped", LOOKS.stopped],
]);

/** A field of an object that is metadata; undefined when it has none of its own. */
export function metadataField(metadata: Json, key: string): Json | undefined {
  return isJsonObject(metadata) && Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}

/** Green or red by how it ended. */
export function outcomeLook(metadata: Json): Look | null {
  const field = (key: string) => metadataField(metadata, key);
  return OUTCOMES.get(field("conclusion") ?? field("state") ?? field("status")) ?? null;
}
