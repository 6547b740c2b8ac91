import { notFound, redirect } from "next/navigation";
import { getSessionUser } from "@/auth/session/session";
import { getMembershipForUser } from "@/auth/team/teams";

/** The team of a page, for a member of it, and what they are in it. A visitor goes to sign-in and comes back to `path`; a stranger's team is not found. */
export async function requireMember(slug: string, path: string) {
  const user = await getSessionUser();
  if (user === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  const membership = await getMembershipForUser(slug, user.id);
  if (membership === null) notFound();
  return { user, ...membership };
}
