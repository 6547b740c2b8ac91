import { sql } from "drizzle-orm";
import { ActivityError } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { foundTeam } from "@/auth/team/found-team";
import { getDatabase } from "@/db/client";
import type { Db } from "@/db/drivers/driver";
import { deleteTeam } from "@/db/queries/teams/delete-team";
import { getSampleTeam } from "@/db/queries/teams/get-sample-team";
import type { Team } from "@/db/queries/teams/get-team";
import { captureInTransaction } from "@/ingest/capture";
import { generateHistory } from "@/ingest/sample/generate-history";
import { type Answer, type Call, json, noContent } from "../call";
import { requireCaller, requireUser } from "../require-caller";

/** Events an append takes at a time. */
const BATCH = 500;

/** The user's own team of invented activity; made, whole or not at all, when there is none. */
async function ensureSampleTeam(db: Db, userId: string): Promise<Team> {
  return await db.transaction(async (tx) => {
    // Two clicks at once make one team.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sample-team:${userId}`}, 0))`);
    const known = await getSampleTeam(tx, userId);
    if (known !== null) return known;
    const team = await foundTeam(tx, { name: "Sample team", ownerId: userId, isSample: true });
    const history = generateHistory({ now: new Date() });
    for (let start = 0; start < history.length; start += BATCH) {
      await captureInTransaction(tx, team.id, history.slice(start, start + BATCH));
    }
    return team;
  });
}

/** POST /api/sample-team: the signed-in user's sample team, made when there is none. */
export async function createSampleTeamCall(call: Call): Promise<Answer> {
  const user = await requireUser(call);
  const { db } = await getDatabase();
  const team = await ensureSampleTeam(db, user.id);
  dropCachedAccess();
  return json(201, { team: team.slug });
}

/**
 * DELETE /api/teams/{team}: removes a sample team with everything in it. Other teams cannot be deleted by a call. It cannot be undone:
 * nothing is kept, its audit log neither, and another sample team is one call away.
 */
export async function deleteTeamCall(call: Call): Promise<Answer> {
  const { team } = await requireCaller(call, "admin");
  if (!team.isSample) throw new ActivityError("forbidden", "Only a sample team can be deleted.");
  const { db } = await getDatabase();
  await db.transaction((tx) => deleteTeam(tx, team.id));
  dropCachedAccess();
  return noContent;
}
