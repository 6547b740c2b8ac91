import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { getDatabase } from "@/db/client";
import { listSessions } from "@/db/queries/sessions/list-sessions";
import { revokeSession } from "@/db/queries/sessions/revoke-session";
import { revokeSessions } from "@/db/queries/sessions/revoke-sessions";
import { type Answer, type Call, json, noContent } from "../call";
import { requireSession } from "../require-caller";

const idSchema = z.uuid();

/** GET /api/account/sessions: where the caller is signed in, the device last seen first. */
export async function listSessionsCall(call: Call): Promise<Answer> {
  const { user, claims } = await requireSession(call);
  const { db } = await getDatabase();
  const sessions = await listSessions(db, user.id);
  return json(200, {
    items: sessions.map((session) => ({ ...session, isCurrent: session.id === claims.sessionId })),
  });
}

/**
 * DELETE /api/account/sessions/{id}: signs one device out, at once and on every server. It cannot be undone: a session that was ended
 * because somebody else may have it must not come back, and whoever is at the device signs in again.
 */
export async function revokeSessionCall(call: Call): Promise<Answer> {
  const { user } = await requireSession(call);
  const id = idSchema.safeParse(call.params.id);
  const { db } = await getDatabase();
  const isEnded = id.success && (await db.transaction((tx) => revokeSession(tx, user.id, id.data)));
  dropCachedAccess();
  if (!isEnded) throw new ActivityError("not_found", "There is no such session.");
  return noContent;
}

/** DELETE /api/account/sessions: signs every other device out. */
export async function revokeOtherSessionsCall(call: Call): Promise<Answer> {
  const { user, claims } = await requireSession(call);
  const { db } = await getDatabase();
  await db.transaction((tx) => revokeSessions(tx, user.id, claims.sessionId));
  dropCachedAccess();
  return noContent;
}
