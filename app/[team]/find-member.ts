import type { Metadata } from "next";
import { cache } from "react";
import { getSessionUser } from "@/auth/session/session";
import { getMembershipForUser } from "@/auth/team/teams";

/** The visitor, their team and what they are in it; null for a stranger, who learns nothing. Asked for once a page. */
export const findMember = cache(async (slug: string) => {
  const user = await getSessionUser();
  const membership = user === null ? null : await getMembershipForUser(slug, user.id);
  return user === null || membership === null ? null : { user, ...membership };
});

/** How the pages of a team are called, by its name: a member of several has tabs of several. `page` names the one that stands beside the layout, which its template does not reach. */
export async function teamTitle(slug: string, page?: string): Promise<Metadata> {
  const member = await findMember(slug);
  if (member === null) return page === undefined ? {} : { title: page };
  const { name } = member.team;
  if (page !== undefined) return { title: { absolute: `${page} · ${name}` } };
  // A name may hold the sign for the page's own title.
  return { title: { default: name, template: `%s · ${name.replaceAll("%s", "")}` } };
}
