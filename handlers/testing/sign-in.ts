import { encode } from "next-auth/jwt";
import type { Db } from "@/db/drivers/driver";
import { createSession } from "@/db/queries/sessions/create-session";
import { env } from "@/env";

/** A new session of a user, as signing in makes it: its row's id and its cookie. */
export async function signInAs(
  db: Db,
  userId: string,
  device = { ip: "192.0.2.7", userAgent: "A browser of tests" },
): Promise<{ sessionId: string; cookie: string }> {
  const sessionId = await createSession(db, userId, device);
  const token = await encode({
    token: { sub: userId, sessionVersion: 1, sid: sessionId },
    secret: env.NEXTAUTH_SECRET ?? "",
  });
  return { sessionId, cookie: `next-auth.session-token=${token}` };
}
