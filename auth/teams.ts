import { getDatabase } from "@/db/client";
import { getMembership } from "@/db/queries/teams/get-membership";
import type { Team } from "@/db/queries/teams/get-team";
import { listTeamsOfUser } from "@/db/queries/teams/list-teams-of-user";
import { accessCaches } from "./access-caches";
import { isSlugShaped } from "./slug";

/** The team of that slug, when the user is a member; null for a stranger's and an unknown one alike. At most a second old. */
export async function getTeamForUser(slug: string, userId: string): Promise<Team | null> {
  if (!isSlugShaped(slug)) return null;
  const { db } = await getDatabase();
  const membership = await accessCaches().memberships.get(`${userId}:${slug}`, () => getMembership(db, slug, userId));
  return membership?.team ?? null;
}

/** Every team of a user: real ones before samples, then the oldest first. */
export async function listTeamsForUser(userId: string): Promise<Team[]> {
  const { db } = await getDatabase();
  return await listTeamsOfUser(db, userId);
}
