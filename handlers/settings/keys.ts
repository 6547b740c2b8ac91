import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { nameSchema } from "@/auth/account";
import { issueKey, SCOPES } from "@/auth/keys/issue-key";
import { getDatabase } from "@/db/client";
import { getKey } from "@/db/queries/keys/get-key";
import { listKeys } from "@/db/queries/keys/list-keys";
import { revokeKey } from "@/db/queries/keys/revoke-key";
import { type Answer, type Call, json, noContent } from "../call";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { isTeamAdmin, requireMember } from "../require-caller";

/** What a new key is asked for with. */
export const newKeySchema = z.strictObject({
  name: nameSchema,
  scopes: z.array(z.enum(SCOPES)).min(1, "must name at least one scope").max(SCOPES.length),
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
  if (scopes.includes("admin") && !isTeamAdmin(caller)) {
    throw new ActivityError("forbidden", 'Only an owner or admin of the team may make a key with the scope "admin".');
  }
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

/** DELETE …/keys/{id}: ends a key at once, on every server. Members end their own, owners any. */
export async function revokeKeyCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const id = idSchema.safeParse(call.params.id);
  const { db } = await getDatabase();
  const key = id.success ? await getKey(db, caller.team.id, id.data) : null;
  if (key === null) throw new ActivityError("not_found", "There is no such key.");
  const isOwn = caller.via === "session" && caller.userId === key.createdBy;
  if (!isOwn && !isTeamAdmin(caller)) {
    throw new ActivityError("forbidden", "Only an owner or admin of the team may revoke somebody else's key.");
  }
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
