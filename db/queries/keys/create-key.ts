import { v7 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";
import type { Scope } from "./list-keys-by-hash";

/** Stores what is kept of a new key and gives its id. */
export async function createKey(
  db: Executor,
  teamId: string,
  key: { name: string; prefix: string; hash: Buffer; scopes: Scope[]; createdBy: string | null },
): Promise<string> {
  const id = v7();
  await db.insert(apiKeys).values({ teamId, id, ...key });
  return id;
}
