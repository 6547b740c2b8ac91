import { ActivityError } from "@/activity/errors";
import { COMMENTED } from "@/activity/thread";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { getActivity } from "@/db/queries/get-activity";
import { addPin, listPins, removePin } from "@/db/queries/marks/pins";
import { lockTeam } from "@/db/queries/teams/lock-team";
import { type Answer, type Call, json, noContent } from "../call";
import { activityTitle } from "../posts/say-post";
import { recordChange } from "../record-change";
import { type InPerson, requireCaller, requireInPerson } from "../require-caller";
import { requireStanding } from "./require-standing";

/** More would not be what everybody should see. */
export const MOST_PINS = 20;

/** GET …/pins: what is pinned above the team's feed, the newest pin first. */
export async function listPinsCall(call: Call): Promise<Answer> {
  const { team } = await requireCaller(call, "read");
  const { db } = await getDatabase();
  return json(200, { items: await listPins(db, team.id) });
}

async function requirePinner(call: Call): Promise<InPerson> {
  return await requireInPerson(call, "capture", "Members pin in person, so that the team sees who did.");
}

/** Tells the team of a pin, naming the activity as it stands in this transaction. */
async function tell(tx: Executor, call: Call, caller: InPerson, id: string, what: "pinned" | "unpinned") {
  const activity = await getActivity(tx, caller.team.id, id);
  if (activity === null) throw new ActivityError("not_found", "There is no such activity.");
  const title = activityTitle(activity);
  await recordChange(tx, call, caller, {
    action: `activity_${what}`,
    entity: { type: COMMENTED, id, name: title },
    predicate: `${what} “${title}”`,
  });
}

/** PUT …/pins/{id}: pins an activity for the whole team, which the feed and the audit log tell of; 204 also when it is pinned already. For members, not viewers. 409 beyond {@link MOST_PINS}. */
export async function addPinCall(call: Call): Promise<Answer> {
  const caller = await requirePinner(call);
  const { db } = await getDatabase();
  const teamId = caller.team.id;
  await db.transaction(async (tx) => {
    // Two who pin at once take turns, so that neither exceeds the limit nor is an activity told of twice.
    await lockTeam(tx, teamId);
    const id = await requireStanding(tx, teamId, call.params.id);
    const pinned = await listPins(tx, teamId);
    if (pinned.some(({ activity }) => activity.id === id)) return;
    if (pinned.length >= MOST_PINS) {
      throw new ActivityError("conflict", `The team has ${MOST_PINS} pins already; unpin one first.`);
    }
    await addPin(tx, teamId, id, caller.userId);
    await tell(tx, call, caller, id, "pinned");
  });
  return noContent;
}

/** DELETE …/pins/{id}: takes an activity down, whoever pinned it; 204 also when it was not pinned. For members, not viewers. */
export async function removePinCall(call: Call): Promise<Answer> {
  const caller = await requirePinner(call);
  const { db } = await getDatabase();
  await db.transaction(async (tx) => {
    const id = await requireStanding(tx, caller.team.id, call.params.id);
    if (await removePin(tx, caller.team.id, id)) await tell(tx, call, caller, id, "unpinned");
  });
  return noContent;
}
