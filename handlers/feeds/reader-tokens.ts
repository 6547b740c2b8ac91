import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { hashReaderToken, newReaderToken } from "@/auth/keys/reader-token";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import {
  countReaderTokens,
  createReaderToken,
  listReaderTokens,
  restoreReaderToken,
  revokeReaderToken,
} from "@/db/queries/feeds/reader-tokens";
import { type Answer, type Call, json, noContent } from "../call";
import { ownUrl } from "../own-address";
import { readJson } from "../read-json";
import { noteChange } from "../record-change";
import { type InPerson, requireInPerson } from "../require-caller";
import { undo } from "../undo";

/** What a new token of a feed reader is asked for with: nothing. */
export const newReaderTokenSchema = z.strictObject({});

/** A member's tokens: one a reader and a device is plenty. */
const MOST_TOKENS = 20;

/** The member who calls. Tokens are a person's own, so a key can neither make nor see any. */
async function requireReaderOwner(call: Call): Promise<InPerson> {
  return await requireInPerson(call, "read", "Feed readers are set up by people, not by keys.");
}

/** Throws `conflict` when the caller has as many tokens as anybody may. */
async function requireRoom(tx: Executor, { team, userId }: InPerson): Promise<void> {
  if ((await countReaderTokens(tx, team.id, userId)) < MOST_TOKENS) return;
  throw new ActivityError("conflict", `You have ${MOST_TOKENS} feed readers already; remove one first.`);
}

const entity = (id: string) => ({ type: "reader_token", id, name: "feed reader" });

/** GET …/reader-tokens: the caller's own, without the tokens. For every member, viewers too. */
export async function listReaderTokensCall(call: Call): Promise<Answer> {
  const { team, userId } = await requireReaderOwner(call);
  const { db } = await getDatabase();
  return json(200, { items: await listReaderTokens(db, team.id, userId) });
}

/** POST …/reader-tokens: addresses by which the caller's feed reader reads what the caller may, shown this once. */
export async function createReaderTokenCall(call: Call): Promise<Answer> {
  const caller = await requireReaderOwner(call);
  await readJson(call, 1_024, newReaderTokenSchema);
  const { team, userId } = caller;
  const { db } = await getDatabase();
  const token = newReaderToken();
  const made = await db.transaction(async (tx) => {
    await requireRoom(tx, caller);
    const stored = await createReaderToken(tx, team.id, { userId, hash: hashReaderToken(token) });
    await noteChange(tx, call, caller, { action: "reader_added", entity: entity(stored.id) });
    return stored;
  });
  const own = ownUrl(call, `/api/feeds/${token}`);
  return json(201, { ...made, atomUrl: `${own}/feed.atom`, jsonUrl: `${own}/feed.json` });
}

/** DELETE …/reader-tokens/{id}: its addresses are gone at once, on every server. The caller's own only. */
export async function revokeReaderTokenCall(call: Call): Promise<Answer> {
  const caller = await requireReaderOwner(call);
  const id = z.uuid().safeParse(call.params.id);
  const { db } = await getDatabase();
  await db.transaction(async (tx) => {
    const isDone = id.success && (await revokeReaderToken(tx, caller.team.id, caller.userId, id.data));
    if (!isDone) throw new ActivityError("not_found", "There is no such feed reader.");
    await noteChange(tx, call, caller, { action: "reader_removed", entity: entity(id.data) });
  });
  return noContent;
}

/** POST …/reader-tokens/{id}/restore: its addresses work again, minutes after they were taken away. The caller's own only. */
export async function restoreReaderTokenCall(call: Call): Promise<Answer> {
  const caller = await requireReaderOwner(call);
  const destruction = { action: "reader_removed", id: call.params.id, what: "feed reader" };
  return await undo(caller, destruction, async (tx, id) => {
    await requireRoom(tx, caller);
    if (!(await restoreReaderToken(tx, caller.team.id, caller.userId, id))) return;
    await noteChange(tx, call, caller, { action: "reader_restored", entity: entity(id) });
  });
}
