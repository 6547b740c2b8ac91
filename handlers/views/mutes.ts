import { z } from "zod";
import { ActivityError, invalid } from "@/activity/errors";
import { valueFault } from "@/activity/filter";
import { MUTED_FIELDS } from "@/activity/mutes";
import { storableText } from "@/activity/storable-text";
import { getDatabase } from "@/db/client";
import { addMute, countMutes, removeMute } from "@/db/queries/views/mutes";
import { type Answer, type Call, noContent } from "../call";
import { parseWith, readJson } from "../read-json";
import { requirePersonOfTeam } from "./require-person-of-team";

const muteFields = {
  field: z.enum(MUTED_FIELDS),
  value: storableText(520).describe("As the filter takes it"),
};

/** What is to be muted. */
export const newMuteSchema = z.strictObject({ ...muteFields, name: storableText(512).describe("What it is called") });

/** A field of the filter must have room for what is filtered besides. */
const MOST_OF_FIELD = 30;

/** PUT …/mutes: leaves a type, an actor or an entity out of the caller's own feed. Nobody else's changes, nor what is stored. */
export async function addMuteCall(call: Call): Promise<Answer> {
  const { team, userId } = await requirePersonOfTeam(call);
  const mute = await readJson(call, 4_096, newMuteSchema);
  const wrong = valueFault(mute.field, mute.value);
  if (wrong !== null) throw invalid(["value"], wrong);
  const { db } = await getDatabase();
  if ((await countMutes(db, team.id, userId, mute.field)) >= MOST_OF_FIELD) {
    throw new ActivityError("conflict", `You have muted ${MOST_OF_FIELD} of these already; end one first.`);
  }
  await addMute(db, team.id, userId, mute);
  return noContent;
}

/** DELETE …/mutes?field=&value=: shows it again; 204 also when it was not muted. */
export async function removeMuteCall(call: Call): Promise<Answer> {
  const { team, userId } = await requirePersonOfTeam(call);
  const { searchParams } = call.url;
  const asked = { field: searchParams.get("field"), value: searchParams.get("value") };
  const mute = parseWith(z.object(muteFields), asked);
  const { db } = await getDatabase();
  await removeMute(db, team.id, userId, mute);
  return noContent;
}
