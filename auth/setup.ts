import { createHmac, timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import type { Db, Executor } from "@/db/drivers/driver";
import { createUser } from "@/db/queries/users/create-user";
import { hasUsers } from "@/db/queries/users/has-users";
import { emailSchema, nameSchema, passwordSchema } from "./account";
import { issueKey } from "./keys/issue-key";
import { getAuthSecret } from "./secret";
import { hashPassword } from "./session/password";
import { foundTeam } from "./team/found-team";

/** Any constant: whoever sets up asks for the same lock, so that two at once make one account. */
const SETUP_LOCK = 7_265_213_850;

/** What the first visitor says. */
export const setupSchema = z.strictObject({
  token: z.string().max(200),
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  teamName: nameSchema,
});

export type SetupInput = z.infer<typeof setupSchema>;

/** The token of the set-up link: derived, so that every server of one secret prints the same one and nothing is stored. */
function setupToken(secret: string): string {
  return createHmac("sha256", secret).update("live-activity-stream set-up link v1").digest("base64url");
}

/** True for the token of the set-up link, compared in constant time. */
export function isSetupToken(token: string, secret: string): boolean {
  const [given, right] = [token, setupToken(secret)].map((text) => createHmac("sha256", secret).update(text).digest());
  return given !== undefined && right !== undefined && timingSafeEqual(given, right);
}

/** The one-time link that creates the first account, below `origin`; null once anybody has an account. */
export async function getSetupUrl(db: Executor, origin: string): Promise<string | null> {
  if (await hasUsers(db)) return null;
  const url = new URL("/setup", origin);
  url.searchParams.set("token", setupToken(getAuthSecret()));
  return url.href;
}

function assertNobody(isSetUp: boolean): void {
  if (isSetUp) throw new ActivityError("conflict", "This server is set up already: sign in instead.");
}

/**
 * Creates the first account, its team and a key with `capture` and `read`, all or nothing, and only while nobody has an account.
 * Throws `forbidden` for a wrong token and `conflict` once there is an account.
 */
export async function setUp(db: Db, secret: string, input: SetupInput): Promise<{ team: string; key: string }> {
  if (!isSetupToken(input.token, secret)) {
    throw new ActivityError("forbidden", "This set-up link is not valid: open the one that the server prints.");
  }
  assertNobody(await hasUsers(db));
  const passwordHash = await hashPassword(input.password);
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
    assertNobody(await hasUsers(tx));
    // Whoever runs the server says whose address it is.
    const owner = { name: input.name, email: input.email, passwordHash, isEmailVerified: true };
    const ownerId = await createUser(tx, owner);
    const team = await foundTeam(tx, { name: input.teamName, ownerId });
    const { key } = await issueKey(tx, team.id, {
      name: "First key",
      scopes: ["capture", "read"],
      createdBy: ownerId,
    });
    return { team: team.slug, key };
  });
}
