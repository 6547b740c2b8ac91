import type { Executor } from "@/db/drivers/driver";
import type { Membership } from "@/db/queries/teams/list-memberships";
import { isSlugShaped } from "../team/slug";
import { accessCaches } from "./access-caches";
import { lookupsOn } from "./lookups";

/** The team of that slug and the user's role in it; null for a stranger's and an unknown team alike. At most a second old. */
export async function membershipOf(db: Executor, slug: string, userId: string): Promise<Membership | null> {
  if (!isSlugShaped(slug)) return null;
  return await accessCaches().memberships.get(`${userId}:${slug}`, () =>
    lookupsOn(db).memberships.load({ slug, userId }),
  );
}
