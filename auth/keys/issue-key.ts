import type { Executor } from "@/db/drivers/driver";
import { createKey } from "@/db/queries/keys/create-key";
import type { Scope } from "@/db/queries/keys/list-keys-by-hash";
import { rotateKey } from "@/db/queries/keys/rotate-key";
import { generateKey, hashKey, keyPrefix } from "./api-key";

/** What a key may do, from least to most; `admin` includes the others. */
export const SCOPES = ["capture", "read", "admin"] as const satisfies readonly Scope[];

/** Gives a key a new secret, which is shown once; the one before it counts for `hours` more. Null when there is no such live key. Run it in a transaction. */
export async function renewKey(
  db: Executor,
  teamId: string,
  keyId: string,
  hours: number,
): Promise<{ prefix: string; key: string; previousUntil: Date | null } | null> {
  const key = generateKey();
  const prefix = keyPrefix(key);
  const previousUntil = await rotateKey(db, teamId, keyId, { hash: hashKey(key), prefix, hours });
  return previousUntil === undefined ? null : { prefix, key, previousUntil };
}

/** Makes an API key of a team. `key` is the whole key: it is shown once and stored nowhere. */
export async function issueKey(
  db: Executor,
  teamId: string,
  options: { name: string; scopes: readonly Scope[]; createdBy: string | null },
): Promise<{ id: string; name: string; prefix: string; scopes: Scope[]; key: string }> {
  const key = generateKey();
  const prefix = keyPrefix(key);
  const { name, createdBy } = options;
  const scopes = SCOPES.filter((scope) => options.scopes.includes(scope));
  const id = await createKey(db, teamId, { name, prefix, hash: hashKey(key), scopes, createdBy });
  return { id, name, prefix, scopes, key };
}
