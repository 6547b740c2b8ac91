import type { Executor } from "@/db/drivers/driver";
import { findLink, type SharedLink } from "@/db/queries/links/find-link";
import { accessCaches } from "../access/access-caches";
import { hashToken, isTokenShaped } from "./link-token";

/**
 * The shared link of that token; null for a wrong, a revoked and an expired one alike. At most a second old, and never
 * older than its end.
 */
export async function findSharedLink(db: Executor, token: string): Promise<SharedLink | null> {
  if (!isTokenShaped(token)) return null;
  const hash = hashToken(token);
  const link = await accessCaches().links.get(hash.toString("base64"), () => findLink(db, hash));
  if (link === null || (link.expiresAt !== null && link.expiresAt.getTime() <= Date.now())) return null;
  return link;
}
