import type { Db, Executor } from "@/db/drivers/driver";
import { connectAccount } from "@/db/queries/accounts/connect-account";
import { type ForeignAccount, getAccountUser } from "@/db/queries/accounts/get-account-user";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { hasInvitation } from "@/db/queries/users/has-invitation";
import { setEmailVerified } from "@/db/queries/users/set-email-verified";
import { emailSchema, nameSchema } from "../account";

/** Why somebody who is known elsewhere is not let in here; the sign-in page has a sentence for each. */
type Refusal = "NoAccount" | "EmailNotVerified" | "ConnectFirst" | "ConnectedElsewhere";

/** Somebody as a provider knows them. */
export interface ForeignPerson {
  account: ForeignAccount;
  name: string | null;
  /** Lower case; null unless the provider has verified it. */
  verifiedEmail: string | null;
}

type Match = { userId: string } | { refusal: Refusal };

/** A signed-in user connects the account; another's it does not become. */
async function connect(db: Executor, person: ForeignPerson, userId: string): Promise<Match> {
  const known = await getAccountUser(db, person.account);
  if (known !== null) return known.id === userId ? { userId } : { refusal: "ConnectedElsewhere" };
  return (await connectAccount(db, userId, person.account)) ? { userId } : { refusal: "ConnectedElsewhere" };
}

/** The account of somebody who is invited and has none yet. */
async function createInvited(tx: Executor, person: ForeignPerson, email: string): Promise<Match> {
  if (!(await hasInvitation(tx, email))) return { refusal: "NoAccount" };
  const name = nameSchema.safeParse(person.name ?? "").data ?? email.slice(0, email.indexOf("@"));
  return { userId: await createUser(tx, { name, email, passwordHash: null, isEmailVerified: true }) };
}

async function matchByEmail(tx: Executor, person: ForeignPerson): Promise<Match> {
  const email = emailSchema.safeParse(person.verifiedEmail).data;
  if (email === undefined) return { refusal: "EmailNotVerified" };
  const user = await getUserByEmail(tx, email);
  if (user === null) return await createInvited(tx, person, email);
  // Whoever made an account with somebody else's address and a password would share it with them ("pre-hijacking").
  if (user.emailVerified === null && user.passwordHash !== null) return { refusal: "ConnectFirst" };
  await setEmailVerified(tx, user.id);
  return { userId: user.id };
}

/**
 * Which user somebody known elsewhere is: the one the account is connected to; while somebody is signed in, that one, to whom it is
 * connected now; else the one with the same address, if both sides have verified it; else, invited, a new one.
 */
export async function matchAccount(db: Db, person: ForeignPerson, signedInId: string | null): Promise<Match> {
  return await db.transaction(async (tx) => {
    if (signedInId !== null) return await connect(tx, person, signedInId);
    const known = await getAccountUser(tx, person.account);
    if (known !== null) return { userId: known.id };
    const match = await matchByEmail(tx, person);
    return "refusal" in match ? match : await connect(tx, person, match.userId);
  });
}
