import { inArray } from "drizzle-orm";
import type { EventId } from "@/activity/event-id";
import type { Executor } from "../drivers/driver";
import { teamSequences } from "../schema";

/** The newest place of each team's history, in one query; a team that is not there is left out. */
export async function listHeads(db: Executor, teamIds: readonly string[]): Promise<Map<string, EventId>> {
  if (teamIds.length === 0) return new Map();
  const rows = await db
    .select({ teamId: teamSequences.teamId, epoch: teamSequences.epoch, seq: teamSequences.lastSeq })
    .from(teamSequences)
    .where(inArray(teamSequences.teamId, [...teamIds]));
  return new Map(rows.map(({ teamId, epoch, seq }) => [teamId, { epoch, seq }]));
}
