import { sql } from "drizzle-orm";
import type { Filter } from "@/activity/filter";
import type { Executor } from "../../drivers/driver";
import { compileFilter, passes } from "../compile-filter";

/** Nobody counts further than this: 999 and more. */
export const MOST_NEWER = 1_000;
/** The most activities that are looked at unless the caller says otherwise. */
const LOOKED_AT = 10_000;

/** How many activities that pass the filter came after a moment, corrections of older ones aside. */
export interface Newer {
  /** At most {@link MOST_NEWER}, or what the caller says. */
  count: number;
  /** False when there may be more. */
  isAll: boolean;
}

/** Counts what is new since a moment, up to `most`, looking at the `lookedAt` activities that came right after it. */
export async function countNewer(
  db: Executor,
  teamId: string,
  headSeq: number,
  filter: Filter,
  { most, lookedAt } = { most: MOST_NEWER, lookedAt: LOOKED_AT },
): Promise<Newer> {
  const { rows } = await db.execute<{ found: string | number; looked: string | number }>(sql`
    WITH newer AS (
      SELECT e.id, e.supersedes, e.hidden_seq, e.timestamp, e.search FROM activity_events e
      WHERE e.team_id = ${teamId} AND e.seq > ${headSeq} ORDER BY e.seq LIMIT ${lookedAt}
    ), found AS (
      SELECT 1 FROM newer n
      WHERE n.hidden_seq IS NULL
        AND ${passes(compileFilter(filter), sql`n`)}
        AND (n.supersedes IS NULL OR NOT EXISTS (
          WITH RECURSIVE chain AS (
            SELECT o.seq, o.supersedes FROM activity_events o WHERE o.team_id = ${teamId} AND o.id = n.supersedes
            UNION ALL
            SELECT o.seq, o.supersedes FROM chain c JOIN activity_events o ON o.team_id = ${teamId} AND o.id = c.supersedes
          )
          SELECT 1 FROM chain WHERE chain.seq <= ${headSeq}
        ))
      LIMIT ${most}
    )
    SELECT (SELECT count(*) FROM found) AS found, (SELECT count(*) FROM newer) AS looked`);
  const count = Number(rows[0]?.found ?? 0);
  return { count, isAll: count < most && Number(rows[0]?.looked ?? 0) < lookedAt };
}
