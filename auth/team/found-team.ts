import { ActivityError, invalid } from "@/activity/errors";
import type { Executor } from "@/db/drivers/driver";
import { addMember } from "@/db/queries/teams/add-member";
import { createTeam } from "@/db/queries/teams/create-team";
import type { Team } from "@/db/queries/teams/get-team";
import { listSlugs } from "@/db/queries/teams/list-slugs";
import { freeSlug, isReservedSlug, isSlugShaped, slugOf } from "./slug";

/** Two who found teams of one name at the same moment each take another number; this many lost races are bad luck no more. */
const ATTEMPTS = 10;

async function createWithFreeSlug(db: Executor, name: string, isSample: boolean): Promise<Team> {
  // A long base is cut to make room for its number, so its siblings share the beginning only.
  const base = slugOf(name);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const taken = new Set(await listSlugs(db, base.slice(0, 34).replace(/-+$/, "")));
    const team = await createTeam(db, { slug: freeSlug(base, taken), name, isSample });
    if (team !== null) return team;
  }
  throw new ActivityError("conflict", `No free address was found for the team "${name}".`);
}

/** Throws `invalid_request` for a slug that no team can have. */
export function requireUsableSlug(slug: string): void {
  if (!isSlugShaped(slug)) throw invalid(["slug"], "must be at most 40 of a-z, 0-9 and single hyphens between them");
  if (isReservedSlug(slug)) throw invalid(["slug"], `"${slug}" is an address of the product itself`);
}

async function createWithSlug(db: Executor, name: string, slug: string): Promise<Team> {
  requireUsableSlug(slug);
  const team = await createTeam(db, { slug, name, isSample: false });
  if (team === null) throw new ActivityError("conflict", `There is, or was, already a team at "${slug}".`);
  return team;
}

/**
 * Makes a team with its counter and its owner. Without `slug` the name gives it, numbered when taken.
 * Throws `invalid_request` or `conflict` for a slug that cannot be had. Run it in a transaction.
 */
export async function foundTeam(
  db: Executor,
  team: { name: string; ownerId: string; slug?: string | undefined; isSample?: boolean },
): Promise<Team> {
  const created =
    team.slug === undefined
      ? await createWithFreeSlug(db, team.name, team.isSample ?? false)
      : await createWithSlug(db, team.name, team.slug);
  await addMember(db, created.id, team.ownerId, "owner");
  return created;
}
