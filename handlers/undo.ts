import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import type { Caller } from "@/auth/authenticate";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { getRecentChange, type RecentChange, UNDO_MINUTES } from "@/db/queries/get-recent-change";
import { type Answer, noContent } from "./call";
import { isSelfOrAdmin } from "./require-caller";

/** What is to be undone. */
interface Destruction {
  /** The action that destroyed it, as the audit log has it: `key_revoked`. */
  action: string;
  /** What may have taken its place since, so that it is undone no more. */
  unless?: string;
  /** The id in the path, as it was sent. */
  id: string | undefined;
  /** What people call it. */
  what: string;
}

function notRestorable(what: string): ActivityError {
  return new ActivityError(
    "not_found",
    `No such ${what} can be restored: that is possible for ${UNDO_MINUTES} minutes.`,
  );
}

/**
 * The line of the audit log that tells of the destruction. Throws `not_found` when nothing such was destroyed within the last
 * {@link UNDO_MINUTES}, `forbidden` when a member who runs nothing would undo what somebody else did: what an admin revoked must
 * not be brought back by whom it was taken from.
 */
async function requireUndoable(
  tx: Executor,
  caller: Caller,
  { action, unless, what }: Destruction,
  entityId: string,
): Promise<RecentChange> {
  const actions = [action, ...(unless === undefined ? [] : [unless])].map((one) => `team.${one}`);
  const change = await getRecentChange(tx, caller.team.id, { actions, entityId });
  if (change?.action !== `team.${action}`) throw notRestorable(what);
  if (!isSelfOrAdmin(caller, change.userId)) {
    throw new ActivityError("forbidden", "Only an owner or admin of the team may undo what somebody else did.");
  }
  return change;
}

/**
 * Undoes a destruction in one transaction: `restore` brings back exactly what was, with the secrets it had, and tells of it; it does
 * nothing when somebody was faster, and throws when the caller could not have destroyed it or something stands in the way.
 */
export async function undo(
  caller: Caller,
  destruction: Destruction,
  restore: (tx: Executor, id: string, change: RecentChange) => Promise<void>,
): Promise<Answer> {
  const { success, data: id } = z.uuid().toLowerCase().safeParse(destruction.id);
  if (!success) throw notRestorable(destruction.what);
  const { db } = await getDatabase();
  await db.transaction(async (tx) => restore(tx, id, await requireUndoable(tx, caller, destruction, id)));
  dropCachedAccess();
  return noContent;
}
