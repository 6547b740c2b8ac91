import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { nameSchema } from "@/auth/account";
import type { Caller } from "@/auth/authenticate";
import { issueKey, renewKey, SCOPES } from "@/auth/keys/issue-key";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { getKey } from "@/db/queries/keys/get-key";
import { listKeys } from "@/db/queries/keys/list-keys";
import { restoreKey } from "@/db/queries/keys/restore-key";
import { revokeKey } from "@/db/queries/keys/revoke-key";
import { type Answer, type Call, json, noContent } from "../call";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { isSelfOrAdmin, isTeamAdmin, requireMember } from "../require-caller";
import { undo } from "../undo";

/** What a new key is asked for with. */
export const newKeySchema = z.strictObject({
  name: nameSchema,
  scopes: z.array(z.enum(SCOPES)).min(1, "must name at least one scope").max(SCOPES.length),
});

/** 30 days. */
const MOST_HOURS = 720;

/** What a new secret of a key is asked for with. */
export const rotateKeySchema = z.strictObject({
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(MOST_HOURS)
    .optional()
    .describe("How long the secret before it still counts, default 24; 0: not at all"),
});

const idSchema = z.uuid();

/** GET …/keys: the team's keys, without the keys themselves. For members, and keys with `admin`. */
export async function listKeysCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { db } = await getDatabase();
  const items = await listKeys(db, caller.team.id);
  return json(200, { items: items.map(({ createdBy: _, ...item }) => item) });
}

/** POST …/keys: a new key, shown this once. Members give what they have themselves, which is not `admin`. */
export async function createKeyCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { name, scopes } = await readJson(call, 16_384, newKeySchema);
  requireRank(caller, { scopes }, "make");
  const { db } = await getDatabase();
  const createdBy = caller.via === "session" ? caller.userId : null;
  const issued = await db.transaction(async (tx) => {
    const key = await issueKey(tx, caller.team.id, { name, scopes, createdBy });
    await recordChange(tx, call, caller, {
      action: "key_created",
      entity: { type: "key", id: key.id, name },
      predicate: `made the key ${name}`,
      metadata: { scopes: key.scopes.join(", ") },
    });
    return key;
  });
  return json(201, issued);
}

/** Throws `forbidden` unless the caller may change the key: members their own, admins any. */
function requireSay(caller: Caller, key: { createdBy: string | null }): void {
  if (!isSelfOrAdmin(caller, key.createdBy)) {
    throw new ActivityError("forbidden", "Only an owner or admin of the team may change somebody else's key.");
  }
}

/** Throws `forbidden` when a key may do more than the caller: who is no admin any more must not have one that is. */
function requireRank(caller: Caller, key: { scopes: readonly string[] }, verb: string): void {
  if (!key.scopes.includes("admin") || isTeamAdmin(caller)) return;
  throw new ActivityError("forbidden", `Only an owner or admin of the team may ${verb} a key with the scope "admin".`);
}

/** The key that a call names, which the caller may change. Throws `not_found` or `forbidden`. */
async function requireOwnKey(db: Executor, call: Call, caller: Caller) {
  const id = idSchema.safeParse(call.params.id);
  const key = id.success ? await getKey(db, caller.team.id, id.data) : null;
  if (key === null) throw new ActivityError("not_found", "There is no such key.");
  requireSay(caller, key);
  return key;
}

/** POST …/keys/{id}/rotate: a new secret, shown this once; the one before it counts `overlapHours` longer. Members rotate their own keys, admins any. */
export async function rotateKeyCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { overlapHours = 24 } = await readJson(call, 16_384, rotateKeySchema);
  const { db } = await getDatabase();
  const { id, name, scopes } = await requireOwnKey(db, call, caller);
  requireRank(caller, { scopes }, "rotate");
  const renewed = await db.transaction(async (tx) => {
    const key = await renewKey(tx, caller.team.id, id, overlapHours);
    if (key === null) throw new ActivityError("not_found", "There is no such key.");
    await recordChange(tx, call, caller, {
      action: "key_rotated",
      entity: { type: "key", id, name },
      predicate: `rotated the key ${name}`,
      metadata: { overlapHours },
    });
    return key;
  });
  dropCachedAccess();
  return json(200, { id, name, scopes, ...renewed });
}

/** DELETE …/keys/{id}: ends a key at once, on every server, and the secret before it too. Members end their own, admins any. */
export async function revokeKeyCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { db } = await getDatabase();
  const key = await requireOwnKey(db, call, caller);
  await db.transaction(async (tx) => {
    await revokeKey(tx, caller.team.id, key.id);
    await recordChange(tx, call, caller, {
      action: "key_revoked",
      entity: { type: "key", id: key.id, name: key.name },
      predicate: `revoked the key ${key.name}`,
    });
  });
  dropCachedAccess();
  return noContent;
}

/** POST …/keys/{id}/restore: a key that was revoked minutes ago counts again. Members restore their own that they revoked, admins any. */
export async function restoreKeyCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  return await undo(caller, { action: "key_revoked", id: call.params.id, what: "key" }, async (tx, id) => {
    const key = await restoreKey(tx, caller.team.id, id);
    if (key === null) return;
    requireSay(caller, key);
    requireRank(caller, key, "restore");
    await recordChange(tx, call, caller, {
      action: "key_restored",
      entity: { type: "key", id, name: key.name },
      predicate: `restored the key ${key.name}`,
    });
  });
}
