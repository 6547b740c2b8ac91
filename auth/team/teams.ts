import { getDatabase } from "@/db/client";
import type { Team } from "@/db/queries/teams/get-team";
import type { Membership } from "@/db/queries/teams/list-memberships";
import { listTeamsOfUser } from "@/db/queries/teams/list-teams-of-user";
import { membershipOf } from "../access/membership-of";

/** The team of that slug and the user's role in it; null for a stranger's and an unknown team alike. At most a second old. */
export async function getMembershipForUser(slug: string, userId: string): Promise<Membership | null> {
  const { db } = await getDatabase();
  return await membershipOf(db, slug, userId);
}

/** Every team of a user: real ones before samples, then the oldest first. */
export async function listTeamsForUser(userId: string): Promise<Team[]> {
  const { db } = await getDatabase();
  return await listTeamsOfUser(db, userId);
}
