import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity, ActivityPage } from "@/activity/activity";
import { formatCursor, parseCursor } from "@/activity/cursor";
import { type Fold, foldOf } from "@/activity/fold/fold";
import { cutPage, foldRows } from "@/activity/fold/fold-rows";
import { compareFeedOrder } from "@/activity/merge";
import { makeActivity } from "../testing/make-activity";
import { asSent } from "./arrange";
import { arrangeFolded } from "./arrange-folded";
import { edgeOf } from "./edge-of";

const START = Date.UTC(2026, 10, 23, 9);
const NONE: ReadonlySet<string> = new Set();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** A page as the server would give it when `stored` is all there is. */
function pageOf(stored: readonly Activity[], cursor: string | null, limit: number): ActivityPage {
  const below = cursor === null ? null : parseCursor(cursor);
  const { rows, rest, hasMore } = cutPage(foldRows(stored.map(foldOf)), below, limit);
  const end = rows.at(-1);
  return {
    items: rows.flatMap(({ seq }) => stored.find((activity) => activity.seq === seq) ?? []),
    nextCursor:
      hasMore && end ? formatCursor({ direction: "older", timestamp: Date.parse(end.last), seq: end.seq }) : null,
    prevCursor: null,
    lastEventId: `epoch.${Math.max(0, ...stored.map(({ seq }) => seq))}`,
    folds: rows.filter(({ count }) => count > 1),
    rest,
  };
}

const anyActivity = fc.record({
  time: fc.nat(30),
  source: fc.constantFrom("probe", "git"),
  eventType: fc.constantFrom("alert.cpu", "git.push", "comment.added"),
  entity: fc.nat(4),
  actorKind: fc.constantFrom("user" as const, "integration" as const),
});
const anyHistory = fc.array(anyActivity, { minLength: 1, maxLength: 60 }).map((list) =>
  list.map(({ time, entity, ...rest }, n) =>
    makeActivity(n + 1, {
      ...rest,
      entityId: uuid(entity),
      timestamp: new Date(START + time * 360_000).toISOString(),
    }),
  ),
);

/** What is shown, as counts. */
const shownOf = ({ items, folds }: ReturnType<typeof arrangeFolded>): Fold[] =>
  items.map((item) => folds.get(item.seq) ?? foldOf(item));
const plain = (fold: Fold) => (fold.count === 1 ? { seq: fold.seq } : fold);

describe("arrangeFolded", () => {
  it("shows what reading everything again would show, wherever pages were cut and whatever arrived between and after them", () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 8 }),
        (all, heads, limit) => {
          const pages: ActivityPage[] = [];
          for (const head of [...heads].sort((a, b) => a - b)) {
            const last = pages.at(-1);
            if (last !== undefined && last.nextCursor === null) break;
            pages.push(
              pageOf(
                all.filter(({ seq }) => seq <= head),
                last?.nextCursor ?? null,
                limit,
              ),
            );
          }
          const known = Math.min(...heads);
          const arrived = all.filter(({ seq }) => seq > known).sort(compareFeedOrder);
          const shown = arrangeFolded(pages, arrived, Number.MAX_SAFE_INTEGER, NONE);
          const edge = edgeOf(pages.at(-1));
          const expected = foldRows(all.map(foldOf)).filter(
            ({ last, seq }) => edge === null || compareFeedOrder({ timestamp: last, seq }, edge) <= 0,
          );
          expect(shownOf(shown).map(plain)).toEqual(expected.map(plain));
          expect(shown.held).toBe(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("shows a page that nothing was added to as it was sent, so that the first look needs no counting", () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 8 }), (all, limit) => {
        const page = pageOf(all, null, limit);
        expect(shownOf(asSent([page]))).toEqual(shownOf(arrangeFolded([page], [], 0, NONE)));
      }),
      { numRuns: 200 },
    );
  });

  const at = (minute: number) => new Date(START + minute * 60_000).toISOString();
  const alert = (seq: number, minute = seq) => makeActivity(seq, { actorKind: "integration", timestamp: at(minute) });
  const comment = (seq: number, minute = seq) =>
    makeActivity(seq, { eventType: "comment.added", timestamp: at(minute) });

  it("holds back what would make a row rise above the first one, and counts late ones at once", () => {
    const page = pageOf([alert(1), alert(2), comment(3)], null, 10);
    const arrived = [alert(5, 6), alert(4, 2)];
    const held = arrangeFolded([page], arrived, 3, NONE);
    expect(shownOf(held).map(({ seq, count }) => [seq, count])).toEqual([
      [3, 1],
      [4, 3],
    ]);
    expect(held.held).toBe(1);
    expect(shownOf(arrangeFolded([page], arrived, 5, NONE)).map(({ seq, count }) => [seq, count])).toEqual([
      [5, 4],
      [3, 1],
    ]);
  });

  it("takes out what is hidden, and says when only the server knows what is left", () => {
    const page = pageOf([alert(1), alert(2), comment(3)], null, 10);
    const hide = (...activities: Activity[]) => new Set(activities.map(({ id }) => id));
    const arrived = [comment(4)];
    const simple = arrangeFolded([page], arrived, 9, hide(comment(3), comment(4)));
    expect(simple.items.map(({ seq }) => seq)).toEqual([2]);
    expect(simple.isTorn).toBe(false);
    expect(arrangeFolded([page], arrived, 9, hide(alert(2)))).toMatchObject({ isTorn: true });
    expect(arrangeFolded([page], arrived, 9, hide(alert(2))).items.map(({ seq }) => seq)).toEqual([4, 3]);
    expect(arrangeFolded([page], arrived, 9, hide(alert(1))).isTorn).toBe(true);
  });
});
