import type { Activity } from "@/activity/activity";
import type { ActivityEvent } from "@/activity/event-schema";
import { differences, type Projection, project, type SaidField } from "./projection";

/** What a delivery became before beside what it becomes now. */
export interface Pair {
  /** Null where it says more now than before. */
  before: Activity | null;
  /** Null where it does not say that any more. */
  after: { event: ActivityEvent; said: Projection } | null;
  /** In which fields they differ; none when nothing is to be done. */
  fields: SaidField[];
}

/** Pairs what a delivery became with the events that it is mapped to now: equal ones first, the others in their order. */
export function pairEvents(before: readonly Activity[], events: readonly ActivityEvent[], receivedAt: Date): Pair[] {
  const left = [...events];
  const pairs = before.map((activity): Pair => {
    const place = left.findIndex((event) => differences(activity, project(event, activity, receivedAt)).length === 0);
    const [event] = place < 0 ? [] : left.splice(place, 1);
    if (event === undefined) return { before: activity, after: null, fields: [] };
    return { before: activity, after: { event, said: project(event, activity, receivedAt) }, fields: [] };
  });
  for (const pair of pairs) {
    if (pair.after !== null || pair.before === null) continue;
    const event = left.shift();
    if (event === undefined) continue;
    const said = project(event, pair.before, receivedAt);
    pair.after = { event, said };
    pair.fields = differences(pair.before, said);
  }
  const added = left.map(
    (event): Pair => ({ before: null, after: { event, said: project(event, null, receivedAt) }, fields: [] }),
  );
  return [...pairs, ...added];
}

/** True where readers would see something else. */
export function isChanged({ before, after, fields }: Pair): boolean {
  return before === null || after === null || fields.length > 0;
}
