import { eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";
import { revokeSessions } from "../sessions/revoke-sessions";
import { voidLinks } from "../sign-in-links/void-links";

/** Replaces a user's password, revokes every session but `except`, and makes open links worthless. Run it in a transaction. */
export async function setPassword(
  db: Executor,
  userId: string,
  passwordHash: string,
  except: string | null = null,
): Promise<void> {
  await db.update(users).set({ passwordHash }).where(eq(users.id, userId));
  await revokeSessions(db, userId, except);
  await voidLinks(db, userId);
}
