import { type SQL, sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { Executor } from "../../drivers/driver";
import { pins } from "../../schema";
import { withChain } from "../list-successors";
import { type ActivityRow, activityColumns, toActivity } from "../to-activity";

/** An activity that is pinned above a team's feed. */
export interface Pin {
  activity: Activity;
  /** Null once the account is gone. */
  pinnedBy: { id: string; name: string } | null;
  /** ISO 8601. */
  pinnedAt: string;
}

/** A row of {@link pinsOf}. */
export interface PinRow extends ActivityRow {
  user_id: string | null;
  user_name: string | null;
  pinned_ms: string | number;
}

function withPins(teamId: string): SQL {
  return withChain(
    teamId,
    sql`pins p JOIN activity_events e ON e.team_id = p.team_id AND e.id = p.activity_id WHERE p.team_id = ${teamId}`,
  );
}

/** Selects the rows that {@link toPins} reads, the newest pin first. */
export function pinsOf(teamId: string): SQL {
  return sql`${withPins(teamId)}
    SELECT ${activityColumns}, u.id AS user_id, u.name AS user_name, (extract(epoch FROM p.pinned_at) * 1000)::bigint AS pinned_ms
    FROM pins p JOIN chain c ON c.origin = p.activity_id JOIN activity_events e ON e.team_id = p.team_id AND e.id = c.id
    LEFT JOIN users u ON u.id = p.pinned_by
    WHERE p.team_id = ${teamId} AND c.hidden_seq IS NULL ORDER BY p.pinned_at DESC, e.seq DESC`;
}

/** The pins of rows, in their order. */
export function toPins(rows: readonly PinRow[]): Pin[] {
  // By their ids: two that were pinned may have been corrected into one.
  const found = new Map<string, Pin>();
  for (const row of rows) {
    const { user_id: id, user_name: name } = row;
    found.set(row.id, {
      activity: toActivity(row),
      pinnedBy: id === null || name === null ? null : { id, name },
      pinnedAt: new Date(Number(row.pinned_ms)).toISOString(),
    });
  }
  return [...found.values()];
}

/** What is pinned in a team, as it stands today, the newest pin first: what was withdrawn is left out, a correction stands for what it corrects. */
export async function listPins(db: Executor, teamId: string): Promise<Pin[]> {
  const { rows } = await db.execute<PinRow>(pinsOf(teamId));
  return toPins(rows);
}

/** Pins an activity; what is pinned already stays as it is. */
export async function addPin(db: Executor, teamId: string, activityId: string, pinnedBy: string): Promise<void> {
  await db.insert(pins).values({ teamId, activityId, pinnedBy }).onConflictDoNothing();
}

/** Takes an activity down, by its own id or that of what it corrects. False when it was not pinned. */
export async function removePin(db: Executor, teamId: string, activityId: string): Promise<boolean> {
  const { rows } = await db.execute(sql`${withPins(teamId)}
    DELETE FROM pins p USING chain c
    WHERE p.team_id = ${teamId} AND p.activity_id = c.origin AND c.id = ${activityId}::uuid RETURNING p.activity_id`);
  return rows.length > 0;
}
