import { z } from "zod";
import { ActivityError, invalid } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { nameSchema } from "@/auth/account";
import { requireUsableSlug } from "@/auth/team/found-team";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { getTeamSettings, type TeamSettings } from "@/db/queries/teams/get-team-settings";
import { lockTeam } from "@/db/queries/teams/lock-team";
import { moveTeam } from "@/db/queries/teams/move-team";
import { updateTeam } from "@/db/queries/teams/update-team";
import { type Answer, type Call, json } from "../call";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { requireCaller } from "../require-caller";

/** Whether that is an IANA time zone, which days can begin in. Offsets such as `+01:00` are none: they know no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What a team's settings are changed with; what is left out stays. */
export const changeTeamSchema = z.strictObject({
  name: nameSchema.optional(),
  timeZone: z.string().max(100).refine(isTimeZone, "must be an IANA time zone, such as Europe/Berlin").optional(),
  slug: z.string().max(100).optional().describe("The one before it stays an alias, and is given to no other team"),
});

type Change = z.infer<typeof changeTeamSchema>;

async function requireSettings(db: Executor, teamId: string): Promise<TeamSettings> {
  const settings = await getTeamSettings(db, teamId);
  if (settings === null) throw new ActivityError("not_found", "There is no such team.");
  return settings;
}

/** What would be other than it is. */
function differences(now: TeamSettings, asked: Change): Change {
  const changed: Change = {};
  for (const field of ["name", "timeZone", "slug"] as const) {
    if (asked[field] !== undefined && asked[field] !== now[field]) changed[field] = asked[field];
  }
  return changed;
}

/** GET …/settings: the team's name, slug, time zone and aliases. For members, and keys with `read`. */
export async function getTeamSettingsCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "read");
  const { db } = await getDatabase();
  return json(200, await requireSettings(db, caller.team.id));
}

/** PUT …/settings: another name, time zone or slug. For owners, admins, and keys with `admin`. */
export async function changeTeamSettingsCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const asked = await readJson(call, 16_384, changeTeamSchema);
  if (Object.keys(asked).length === 0) throw invalid([], "must hold a name, a timeZone or a slug");
  const teamId = caller.team.id;
  const { db } = await getDatabase();
  const settings = await db.transaction(async (tx) => {
    await lockTeam(tx, teamId);
    const now = await requireSettings(tx, teamId);
    const { slug, ...plain } = differences(now, asked);
    if (slug !== undefined) {
      requireUsableSlug(slug);
      await moveTeam(tx, teamId, { from: now.slug, to: slug });
    }
    if (Object.keys(plain).length > 0) await updateTeam(tx, teamId, plain);
    const changes = { ...plain, ...(slug === undefined ? {} : { slug }) };
    if (Object.keys(changes).length === 0) return now;
    const name = plain.name ?? now.name;
    const what = Object.keys(changes).map((field) => (field === "timeZone" ? "time zone" : field));
    await recordChange(tx, call, caller, {
      action: "settings_changed",
      entity: { type: "team", id: teamId, name },
      predicate: `changed the ${what.join(" and ")} of ${name}`,
      metadata: changes,
    });
    return await requireSettings(tx, teamId);
  });
  dropCachedAccess();
  return json(200, settings);
}
