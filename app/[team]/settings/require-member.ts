import { notFound, redirect } from "next/navigation";
import { getSessionUser } from "@/auth/session/session";
import { mayAct } from "@/auth/team/roles";
import { getMembershipForUser } from "@/auth/team/teams";

/** The team of a page, for a member of it, and what they are in it. A visitor goes to sign-in and comes back to `path`; a stranger's team is not found, and a slug of before leads to the one of now. `path` begins with the slug. */
export async function requireMember(slug: string, path: string, { isForMembers = false } = {}) {
  const user = await getSessionUser();
  if (user === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  const membership = await getMembershipForUser(slug, user.id);
  // Viewers read the feed; how the team is set up is not for them.
  if (membership === null || (isForMembers && !mayAct(membership.role, "capture"))) notFound();
  // An old slug leads on. Not for good: the team may take it back.
  if (membership.team.slug !== slug) redirect(`/${membership.team.slug}${path.slice(slug.length + 1)}`);
  return { user, ...membership };
}
