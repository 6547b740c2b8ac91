import { and, desc, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { sharedLinks, users } from "../../schema";

/** What a link is shown as to its team. */
export interface ListedLink {
  id: string;
  name: string;
  filter: string;
  hidesNames: boolean;
  hidesMetadata: boolean;
  headSeq: number;
  /** Null for a link made by a key, or by somebody whose account is gone. */
  createdBy: { id: string; name: string } | null;
  createdAt: Date;
  expiresAt: Date | null;
  openings: number;
  lastOpenedAt: Date | null;
}

/** A team's links that are not revoked, expired ones too, newest first, at most 500. */
export async function listLinks(db: Executor, teamId: string): Promise<ListedLink[]> {
  return await db
    .select({
      id: sharedLinks.id,
      name: sharedLinks.name,
      filter: sharedLinks.filter,
      hidesNames: sharedLinks.hidesNames,
      hidesMetadata: sharedLinks.hidesMetadata,
      headSeq: sharedLinks.headSeq,
      createdBy: { id: users.id, name: users.name },
      createdAt: sharedLinks.createdAt,
      expiresAt: sharedLinks.expiresAt,
      openings: sharedLinks.openings,
      lastOpenedAt: sharedLinks.lastOpenedAt,
    })
    .from(sharedLinks)
    .leftJoin(users, eq(users.id, sharedLinks.createdBy))
    .where(and(eq(sharedLinks.teamId, teamId), isNull(sharedLinks.revokedAt)))
    .orderBy(desc(sharedLinks.createdAt), desc(sharedLinks.id))
    .limit(500);
}
