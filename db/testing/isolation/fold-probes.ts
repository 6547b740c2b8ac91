/** For tests of isolation: one call of every query of folded pages. */
import { foldOf } from "@/activity/fold/fold";
import { countRows, listFolded, readCounted } from "../../queries/fold/list-folded";
import { listNew } from "../../queries/fold/list-new";
import { readTallies } from "../../queries/fold/read-tallies";
import { TOP } from "../../queries/list-activities";
import type { Probe } from "./settings-probes";

/** A row of one event, whatever it is. */
const NO_FOLD = foldOf({
  ...{
    seq: 1,
    timestamp: "2026-01-01T00:00:00.000Z",
    source: "api",
    eventType: "task.created",
    entityId: "",
    actorId: "",
  },
  ...{ actorKind: "user", isImportant: false },
});

/** By the name of the function that is called. */
export const FOLD_PROBES: Record<string, Probe> = {
  countRows: (db, { teamId }) => countRows(db, teamId, { filter: {}, limit: 200, budgetMs: 10_000 }),
  listFolded: (db, { teamId }) => listFolded(db, { id: teamId }, { filter: {}, limit: 200, budgetMs: 10_000 }),
  listNew: async (db, { teamId }) => {
    const epoch = "e";
    const read = (seq: number) => listNew(db, teamId, { epoch, seq }, { epoch, seq: seq + 1 });
    return [await read(0), await read(1), await read(2), await read(3), await read(4)];
  },
  readCounted: async (db, { teamId }) => {
    const rows = [1, 2, 3, 4, 5].map((seq) => ({ ...NO_FOLD, seq }));
    const page = { rows, rest: [], hasMore: false, head: { epoch: "e", seq: 5 }, stoppedAt: null };
    return await readCounted(db, { id: teamId }, page);
  },
  readTallies: (db, { teamId }) =>
    readTallies(db, teamId, {}, { ...TOP, limit: 1_000, newestSeq: null, budgetMs: 10_000 }),
};
