import { and, eq, isNull } from "drizzle-orm";
import type { Profile } from "@/activity/redact";
import type { Executor } from "../../drivers/driver";
import { sharedLinks, teams } from "../../schema";

/** A link as those who open it are served by it. */
export interface SharedLink extends Profile {
  id: string;
  team: { id: string; name: string };
  /** The filter as query parameters. */
  filter: string;
  /** The moment it keeps; times in milliseconds. */
  headSeq: number;
  newestTimestamp: number;
  createdAt: Date;
  expiresAt: Date | null;
}

/** The link whose token has that SHA-256; null when there is none, or it was revoked. The team comes from it, never from the caller. */
export async function findLink(db: Executor, hash: Buffer): Promise<SharedLink | null> {
  const [row] = await db
    .select({
      id: sharedLinks.id,
      team: { id: teams.id, name: teams.name },
      filter: sharedLinks.filter,
      hidesNames: sharedLinks.hidesNames,
      hidesMetadata: sharedLinks.hidesMetadata,
      headSeq: sharedLinks.headSeq,
      newestTimestamp: sharedLinks.newestTimestamp,
      createdAt: sharedLinks.createdAt,
      expiresAt: sharedLinks.expiresAt,
    })
    .from(sharedLinks)
    .innerJoin(teams, eq(teams.id, sharedLinks.teamId))
    .where(and(eq(sharedLinks.hash, hash), isNull(sharedLinks.revokedAt)));
  return row === undefined ? null : { ...row, newestTimestamp: row.newestTimestamp.getTime() };
}
