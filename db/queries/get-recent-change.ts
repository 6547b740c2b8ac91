import { and, desc, eq, gt, gte, inArray, or, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Executor } from "../drivers/driver";
import { auditLog } from "../schema";

/** How long what was destroyed can be restored, minutes. */
export const UNDO_MINUTES = 10;
/** How far the clocks of servers and database may lie apart, milliseconds. */
const SKEW_MS = 60_000;

/** A line of the audit log that can still be undone. */
export interface RecentChange {
  action: string;
  /** The moment of its transaction: what was marked in it bears the same. */
  at: Date;
  /** Null for a key. */
  userId: string | null;
  detail: unknown;
}

/** The least id of a line of that moment: the log is in the order of its ids, which are UUIDv7. */
function firstIdOf(ms: number): string {
  return v7({ msecs: ms, seq: 0, random: new Uint8Array(16) });
}

/**
 * The newest line of a team's audit log, of the last {@link UNDO_MINUTES}, with one of those actions and about that entity, or about
 * what a user of that id did to themselves: of who left, the team is the entity. Null when there is none.
 */
export async function getRecentChange(
  db: Executor,
  teamId: string,
  { actions, entityId }: { actions: readonly string[]; entityId: string },
): Promise<RecentChange | null> {
  const rows = await db
    .select({ action: auditLog.action, at: auditLog.at, userId: auditLog.userId, detail: auditLog.detail })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.teamId, teamId),
        gte(auditLog.id, firstIdOf(Date.now() - UNDO_MINUTES * 60_000 - SKEW_MS)),
        gt(auditLog.at, sql`now() - make_interval(mins => ${UNDO_MINUTES}::int)`),
        inArray(auditLog.action, [...actions]),
        or(
          eq(sql`${auditLog.detail} -> 'entity' ->> 'id'`, entityId),
          and(eq(auditLog.action, "team.member_left"), eq(auditLog.userId, entityId)),
        ),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1);
  return rows[0] ?? null;
}
