import { eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { invitations, teams, users } from "../../schema";
import { type Team, teamColumns } from "../teams/get-team";
import type { Role } from "../teams/list-memberships";

/** What a link into a team says of itself. */
export interface Invitation {
  id: string;
  team: Team;
  role: Role;
  /** The only address that may accept it, lower case; null for anybody. */
  email: string | null;
  /** Who invites; null for a key. */
  invitedBy: string | null;
  state: "open" | "used" | "revoked" | "expired";
}

/** The invitation whose token has that SHA-256, whatever has become of it; null when there is none. */
export async function getInvitation(db: Executor, hash: Buffer): Promise<Invitation | null> {
  const [found] = await db
    .select({
      id: invitations.id,
      team: teamColumns,
      role: invitations.role,
      email: invitations.email,
      invitedBy: users.name,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
      isExpired: sql<boolean>`${invitations.expiresAt} <= now()`,
    })
    .from(invitations)
    .innerJoin(teams, eq(teams.id, invitations.teamId))
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .where(eq(invitations.hash, hash));
  if (found === undefined) return null;
  const { acceptedAt, revokedAt, isExpired, ...invitation } = found;
  const ended = isExpired ? "expired" : "open";
  return { ...invitation, state: acceptedAt !== null ? "used" : revokedAt !== null ? "revoked" : ended };
}
