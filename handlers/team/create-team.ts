import { z } from "zod";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { nameSchema } from "@/auth/account";
import { foundTeam } from "@/auth/team/found-team";
import { getDatabase } from "@/db/client";
import { type Answer, type Call, json } from "../call";
import { readJson } from "../read-json";
import { requireUser } from "../require-caller";

/** What a new team is asked for with. */
export const newTeamSchema = z.strictObject({
  name: nameSchema,
  slug: z.string().max(100).optional().describe("Its name in addresses; without it the name gives one"),
});

/** POST /api/teams: a new team, which the signed-in user owns. */
export async function createTeamCall(call: Call): Promise<Answer> {
  const user = await requireUser(call);
  const { name, slug } = await readJson(call, 16_384, newTeamSchema);
  const { db } = await getDatabase();
  const team = await db.transaction((tx) => foundTeam(tx, { name, slug, ownerId: user.id }));
  dropCachedAccess();
  return json(201, { team: team.slug });
}
