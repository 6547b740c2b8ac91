import { and, count, eq } from "drizzle-orm";
import type { Mute } from "@/activity/mutes";
import type { Executor } from "../../drivers/driver";
import { mutes } from "../../schema";

/** What a member muted, and what it was called. */
export interface NamedMute extends Mute {
  name: string;
}

/** How many values of a field a member has muted. */
export async function countMutes(db: Executor, teamId: string, userId: string, field: Mute["field"]): Promise<number> {
  const rows = await db
    .select({ found: count() })
    .from(mutes)
    .where(and(eq(mutes.teamId, teamId), eq(mutes.userId, userId), eq(mutes.field, field)));
  return rows[0]?.found ?? 0;
}

/** Mutes a value for a member; what is muted already gets its new name. */
export async function addMute(db: Executor, teamId: string, userId: string, mute: NamedMute): Promise<void> {
  await db
    .insert(mutes)
    .values({ teamId, userId, ...mute })
    .onConflictDoUpdate({
      target: [mutes.teamId, mutes.userId, mutes.field, mutes.value],
      set: { name: mute.name },
    });
}

/** Ends a mute; nothing when there is none. */
export async function removeMute(db: Executor, teamId: string, userId: string, { field, value }: Mute): Promise<void> {
  await db
    .delete(mutes)
    .where(and(eq(mutes.teamId, teamId), eq(mutes.userId, userId), eq(mutes.field, field), eq(mutes.value, value)));
}
