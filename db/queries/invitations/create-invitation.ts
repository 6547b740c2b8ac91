import type { Executor } from "../../drivers/driver";
import { invitations } from "../../schema";
import type { Role } from "../teams/list-memberships";

/** An invitation to store; `hash` is the SHA-256 of its token. */
export interface NewInvitation {
  id: string;
  hash: Buffer;
  /** Lower case; null for whoever has the link. */
  email: string | null;
  role: Role;
  createdBy: string | null;
  expiresAt: Date;
}

/** Stores an invitation into a team. */
export async function createInvitation(db: Executor, teamId: string, invitation: NewInvitation): Promise<void> {
  await db.insert(invitations).values({ teamId, ...invitation });
}
