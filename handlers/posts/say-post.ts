import type { Activity } from "@/activity/activity";
import type { ActivityEvent } from "@/activity/event-schema";
import type { Json } from "@/activity/json";
import { COMMENTED, FEED_SOURCE, threadOf } from "@/activity/thread";
import { newId } from "@/ingest/new-id";

/** A member as events name them. */
export interface Speaker {
  id: string;
  name: string;
}

/** The longest title of a note or of what is commented on, and the most of a text that a mention repeats, characters. */
const TITLE = 120;
const EXCERPT = 500;

function cut(text: string, most: number): string {
  const characters = Array.from(text.slice(0, most * 2));
  return characters.length <= most && text.length <= most * 2
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

function titleOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? "";
  return cut(line.replace(/\s+/g, " ").trim(), TITLE);
}

const named = (people: readonly Speaker[]): Json => people.map(({ id, name }) => ({ id, name }));

/** What an activity is called where another tells of it: its sentence in one line, cut. */
export function activityTitle({ message }: Pick<Activity, "message">): string {
  return cut(message.replace(/\s+/g, " ").trim(), TITLE);
}

function event(speaker: Speaker, eventType: string, rest: Pick<ActivityEvent, "entity" | "message" | "metadata">) {
  return { eventType, actor: { ...speaker, kind: "user" as const }, source: FEED_SOURCE, ...rest };
}

/** One event a person that a text mentions; its entity is who is mentioned. */
function mentionEvents(
  speaker: Speaker,
  people: readonly Speaker[],
  metadata: { body: string; where: string; activityId?: string },
): ActivityEvent[] {
  return people.map(({ id, name }) =>
    event(speaker, "user.mentioned", {
      entity: { type: "user", id, name },
      metadata: { ...metadata, body: cut(metadata.body, EXCERPT) },
    }),
  );
}

/** A note and its mentions, as events in the order in which they are stored. */
export function noteEvents(speaker: Speaker, text: string, people: readonly Speaker[]): ActivityEvent[] {
  const title = titleOf(text);
  const note = event(speaker, "note.posted", {
    entity: { type: "note", id: newId(), name: title },
    metadata: { body: text, ...(people.length === 0 ? {} : { mentions: named(people) }) },
  });
  return [note, ...mentionEvents(speaker, people, { body: text, where: "a note" })];
}

/** A comment on an activity and its mentions. A comment on a comment is one on what that is on: threads are flat. */
export function commentEvents(
  speaker: Speaker,
  target: Activity,
  text: string,
  people: readonly Speaker[],
): ActivityEvent[] {
  const thread = threadOf(target);
  const title = thread === target.id ? activityTitle(target) : target.entityName;
  const comment = event(speaker, "comment.added", {
    entity: { type: COMMENTED, id: thread, name: title },
    message: `${speaker.name} commented on “${title}”`,
    metadata: { body: text, ...(people.length === 0 ? {} : { mentions: named(people) }) },
  });
  return [comment, ...mentionEvents(speaker, people, { body: text, where: `“${title}”`, activityId: thread })];
}

/** A member's new status; an empty text takes it away. `before` is the one they had, null for none. */
export function statusEvent(speaker: Speaker, text: string, before: string | null): ActivityEvent {
  return event(speaker, "status.changed", {
    entity: { type: "user", id: speaker.id, name: speaker.name },
    message: text === "" ? `${speaker.name} cleared their status` : `${speaker.name} set their status to ${text}`,
    metadata: { from: before, to: text === "" ? null : text },
  });
}
