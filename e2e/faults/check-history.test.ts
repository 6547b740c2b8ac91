import { describe, expect, it } from "vitest";
import { checkHistory } from "./check-history";
import type { FilterCase, History, PostRecord, ReaderHistory, Segment, StoredRow } from "./history";
import { EVERYTHING } from "./recorder/filters";

const COMPLETED: FilterCase = {
  query: { type: "task.completed" },
  matches: ({ eventType }) => eventType === "task.completed",
};

const row = (seq: number, more: Partial<StoredRow> = {}): StoredRow => ({
  seq,
  id: `id-${seq}`,
  name: `n-${seq}`,
  eventType: seq % 2 === 0 ? "task.completed" : "task.created",
  actorKey: "u_1",
  entityName: "a name",
  ...more,
});
const post = (seq: number, more: Partial<PostRecord> = {}): PostRecord => ({
  name: `n-${seq}`,
  outcome: "ok",
  answers: [{ id: `id-${seq}`, seq }],
  refusal: null,
  ...more,
});
const segment = (after: number, seqs: number[], more: Partial<Segment> = {}): Segment => ({
  epoch: "e",
  after,
  seqs,
  ids: seqs.map((seq) => `id-${seq}`),
  at: [],
  ...more,
});
const reader = (segments: Segment[], more: Partial<ReaderHistory> = {}): ReaderHistory => ({
  name: "reader 1",
  filter: EVERYTHING,
  segments,
  faults: [],
  resets: [],
  reconnects: 0,
  ...more,
});

/** Four events, a reader of all and a reader of every other one. */
function goodHistory(): History & { posts: PostRecord[]; readers: ReaderHistory[] } {
  return {
    posts: [1, 2, 3, 4].map((seq) => post(seq)),
    readers: [reader([segment(0, [1, 2, 3, 4])]), reader([segment(0, [2, 4])], { filter: COMPLETED })],
    table: { epoch: "e", lastSeq: 4, rows: [1, 2, 3, 4].map((seq) => row(seq)) },
  };
}

/** The kinds of fault found once the good history was spoilt. */
function kindsOf(spoil: (history: ReturnType<typeof goodHistory>) => void): string[] {
  const history = goodHistory();
  spoil(history);
  return checkHistory(history).map((sentence) => sentence.split(":")[0] ?? "");
}

describe("a history without fault", () => {
  it("passes, with late starts, resets, failures and unknown outcomes", () => {
    const history = goodHistory();
    history.readers.push(reader([segment(2, [3, 4])]), reader([segment(0, [1]), segment(3, [4])]));
    history.posts.push(post(9, { outcome: "fail", answers: [] }), post(8, { outcome: "unknown", answers: [] }));
    history.posts[0] = post(1, { outcome: "unknown", answers: [] });
    history.posts[1]?.answers.push({ id: "id-2", seq: 2 });
    expect(checkHistory(history)).toEqual([]);
  });
});

describe("what the checker complains about", () => {
  it.each<[what: string, kind: string, spoil: (history: ReturnType<typeof goodHistory>) => void]>([
    ["an acknowledged event that is not stored", "unstored", ({ posts }) => posts.push(post(5))],
    [
      "a refused post that is stored",
      "foreign",
      ({ posts }) => posts.splice(0, 1, post(1, { outcome: "fail", answers: [] })),
    ],
    ["a stored event that nobody posted", "foreign", ({ posts }) => posts.splice(0, 1)],
    [
      "a valid event that was refused",
      "refused",
      ({ posts }) => posts.push(post(9, { outcome: "fail", answers: [], refusal: "422" })),
    ],
    [
      "a post answered under another number",
      "foreign",
      ({ posts }) => posts.splice(0, 1, post(1, { answers: [{ id: "id-1", seq: 2 }] })),
    ],
    ["a repeated post answered in two ways", "foreign", ({ posts }) => posts[0]?.answers.push({ id: "id-0", seq: 1 })],
    ["an event missing in the middle", "lost", ({ readers }) => readers.splice(0, 1, reader([segment(0, [1, 2, 4])]))],
    ["an event missing at the end", "lost", ({ readers }) => readers.splice(0, 1, reader([segment(0, [1, 2, 3])]))],
    [
      "one missing before a reset",
      "lost",
      ({ readers }) => readers.splice(0, 1, reader([segment(0, [2]), segment(3, [4])])),
    ],
    [
      "a filtered reader's missing event",
      "lost",
      ({ readers }) => readers.splice(1, 1, reader([segment(0, [4])], { filter: COMPLETED })),
    ],
    ["a reader that never began", "lost", ({ readers }) => readers.push(reader([]))],
    ["an event sent twice", "doubled", ({ readers }) => readers.splice(0, 1, reader([segment(0, [1, 2, 2, 3, 4])]))],
    [
      "an event sent that the list already had",
      "doubled",
      ({ readers }) => readers.splice(0, 1, reader([segment(2, [2, 3, 4])])),
    ],
    [
      "two events in the wrong order",
      "disordered",
      ({ readers }) => readers.splice(0, 1, reader([segment(0, [1, 3, 2, 4])])),
    ],
    [
      "an event that is not stored",
      "foreign",
      ({ readers }) => readers.splice(0, 1, reader([segment(0, [1, 2, 3, 4, 5])])),
    ],
    [
      "a number that means another event",
      "foreign",
      ({ readers }) =>
        readers.splice(0, 1, reader([segment(0, [1, 2, 3, 4], { ids: ["id-1", "id-2", "id-3", "other"] })])),
    ],
    [
      "an event the filter excludes",
      "foreign",
      ({ readers }) => readers.splice(1, 1, reader([segment(0, [2, 3, 4])], { filter: COMPLETED })),
    ],
    [
      "a history of another epoch",
      "foreign",
      ({ readers }) => readers.push(reader([segment(0, [1, 2, 3, 4], { epoch: "f" })])),
    ],
    ["a stream that broke its protocol", "protocol", ({ readers }) => readers[0]?.faults.push("no heartbeat")],
    ["a counter ahead of the rows", "hole", ({ table }) => Object.assign(table, { lastSeq: 5 })],
  ])("%s", (_, kind, spoil) => {
    expect(kindsOf(spoil)).toEqual([kind]);
  });

  it("an event stored twice, and a number left out in the table", () => {
    expect(kindsOf(({ table }) => table.rows.splice(3, 1, row(4, { name: "n-3" })))).toEqual(["doubled", "unstored"]);
    const numbers = kindsOf(({ table, posts }) => {
      table.rows.splice(2, 1);
      posts.splice(2, 1);
    });
    expect(numbers).toEqual(["hole", "foreign"]);
  });
});
