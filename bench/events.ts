import type { ActivityEvent } from "@/activity/event-schema";
import type { Json } from "@/activity/json";
import { seeded } from "@/db/testing/random-activities";

const ACTORS = 200;
const ENTITIES = 2_000;
const FIRST = "Ada Grace Alan Edsger Barbara Donald Frances John Margaret Ken".split(" ");
const LAST = "Lovelace Hopper Turing Dijkstra Liskov Knuth Allen Backus Hamilton Thompson".split(" ");
const WORDS =
  "deploy review login page cache invoice retry search timeline export team billing queue worker upload parser schema index token mobile".split(
    " ",
  );

/**
 * Events as a busy team posts them, the same for the same seed: built-in types, 200 actors, one entity in ten never seen
 * before, small metadata, one in five with a text of 200 characters.
 */
export function makeEvents(count: number, seed: number): ActivityEvent[] {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[], fallback: T) => list[below(list.length)] ?? fallback;
  const words = (length: number) => Array.from({ length }, () => pick(WORDS, "task")).join(" ");
  const text = () => words(40).slice(0, 200);

  const kinds: (() => [type: string, entity: string, metadata: { [key: string]: Json }])[] = [
    () => ["task.created", "task", { priority: pick(["low", "normal", "high"], "low") }],
    () => ["task.updated", "task", { field: "title", from: words(2), to: words(2) }],
    () => ["task.completed", "task", { hours: below(30) }],
    () => ["task.assigned", "task", { assigneeName: pick(FIRST, "Ada") }],
    () => ["status.changed", "task", { from: "todo", to: pick(["doing", "done"], "done") }],
    () => ["comment.added", "task", { commentId: below(1e6) }],
    () => ["screenshot.captured", "screen", { width: 1920, height: 1080 }],
  ];
  return Array.from({ length: count }, (_, place) => {
    const [eventType, type, small] = pick(kinds, () => ["task.created", "task", {}])();
    const actor = below(ACTORS);
    const isNew = random() < 0.1;
    const entity = isNew ? `new-${seed}-${place}` : String(below(ENTITIES));
    const metadata = random() < 0.2 ? { ...small, text: text() } : small;
    return {
      eventType,
      actor: { id: `user-${actor}`, name: `${FIRST[actor % 10]} ${LAST[Math.floor(actor / 10) % 10]}` },
      entity: {
        type,
        id: entity,
        name: isNew
          ? words(4)
          : `${WORDS[Number(entity) % 20]} ${WORDS[Number(entity) % 19]} ${WORDS[Number(entity) % 17]}`,
        reference: `TASK-${entity}`,
      },
      metadata,
    };
  });
}
