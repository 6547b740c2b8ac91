import { describe, expect, it } from "vitest";
import { GroupCommit } from "./group-commit";

/** A lane whose commits end when they are let go, in order. */
function openLane() {
  const batches: number[][] = [];
  const letGo: (() => void)[] = [];
  const lane = new GroupCommit<number, number>({
    size: () => 1,
    commit: async (_key, batch) => {
      batches.push(batch);
      await new Promise<void>((done) => letGo.push(done));
      return batch;
    },
    isRequestFault: () => false,
  });
  const submit = (from: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_, place) => lane.submit("team", from + place)));
  return { batches, letGo, submit };
}

/** As many turns of the event loop as a lane may need to send all that it can. */
async function aTurn(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
}

describe("group commit", () => {
  it("commits in two halves what comes at once in great numbers, and answers each request with its own result", async () => {
    const { batches, letGo, submit } = openLane();
    const answers = submit(0, 64);
    await aTurn();
    expect(batches.map((batch) => batch.length)).toEqual([32, 32]);
    for (const done of letGo) done();
    expect(await answers).toEqual(Array.from({ length: 64 }, (_, place) => place));
  });

  it("lets a few requests wait for the append that is on its way, and loses none of them", async () => {
    const { batches, letGo, submit } = openLane();
    const first = submit(0, 2);
    await aTurn();
    const later = submit(2, 5);
    await aTurn();
    expect(batches).toEqual([[0, 1]]);
    letGo[0]?.();
    expect(await first).toEqual([0, 1]);
    await aTurn();
    letGo[1]?.();
    expect(await later).toEqual([2, 3, 4, 5, 6]);
  });

  it("never has more than two appends of a team on their way", async () => {
    const { batches, letGo, submit } = openLane();
    const answers = submit(0, 1_500);
    await aTurn();
    expect(batches.map((batch) => batch.length)).toEqual([500, 500]);
    letGo[0]?.();
    await aTurn();
    expect(batches.map((batch) => batch.length)).toEqual([500, 500, 500]);
    for (const done of letGo) done();
    expect(await answers).toHaveLength(1_500);
  });
});
