import type { Executor } from "../../drivers/driver";
import { sharedLinks } from "../../schema";

/** What a new link is; its team, and what happens to it later, aside. */
export type NewLink = Omit<
  typeof sharedLinks.$inferInsert,
  "teamId" | "createdAt" | "revokedAt" | "openings" | "lastOpenedAt"
>;

/** Keeps a new link of a team. */
export async function createLink(db: Executor, teamId: string, link: NewLink): Promise<void> {
  await db.insert(sharedLinks).values({ ...link, teamId });
}
