import { z } from "zod";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { nameSchema } from "@/auth/account";
import { listSignInProviders } from "@/auth/providers/sign-in-providers";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { listAccounts } from "@/db/queries/accounts/list-accounts";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import type { User } from "@/db/queries/users/list-users";
import { setName } from "@/db/queries/users/set-name";
import { type Answer, type Call, json } from "../call";
import { readJson } from "../read-json";
import { requireUser } from "../require-caller";

/** What may be changed of an account. */
export const accountChangeSchema = z.strictObject({ name: nameSchema });

async function describeAccount(db: Executor, { id, name, email }: Pick<User, "id" | "name" | "email">) {
  const [full, accounts] = [await getUserByEmail(db, email), await listAccounts(db, id)];
  const connected = new Set(accounts.map(({ provider }) => provider));
  return {
    id,
    name,
    email,
    hasPassword: full?.passwordHash != null,
    connections: listSignInProviders().map((each) => ({
      provider: each.id,
      name: each.name,
      isConnected: connected.has(each.key),
    })),
  };
}

/** GET /api/account: the signed-in person's own account. */
export async function getAccountCall(call: Call): Promise<Answer> {
  const user = await requireUser(call);
  const { db } = await getDatabase();
  return json(200, await describeAccount(db, user));
}

/** PUT /api/account: another name. What was told under the old one stays as it was told. */
export async function changeAccountCall(call: Call): Promise<Answer> {
  const user = await requireUser(call);
  const { name } = await readJson(call, 16_384, accountChangeSchema);
  const { db } = await getDatabase();
  await db.transaction((tx) => setName(tx, user.id, name));
  dropCachedAccess();
  return json(200, await describeAccount(db, { ...user, name }));
}
