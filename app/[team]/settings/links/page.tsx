import type { Metadata } from "next";
import { mayAct } from "@/auth/team/roles";
import { LinkList } from "@/components/settings/link-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { getDatabase } from "@/db/client";
import { listLinks } from "@/db/queries/links/list-links";
import { requireMember } from "../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Shared links" };

/** A team's shared links. */
export default async function LinksPage({ params }: { params: Promise<{ team: string }> }) {
  const { team: slug } = await params;
  const { user, team, role } = await requireMember(slug, `/${slug}/settings/links`, { isForMembers: true });
  const { db } = await getDatabase();
  const links = await listLinks(db, team.id);
  const isAdmin = mayAct(role, "admin");
  const now = Date.now();
  return (
    <SettingsPage
      title="Shared links"
      lead="By these anybody reads one view of the feed, without an account, until the link ends."
    >
      <LinkList
        team={team.slug}
        links={links.map(({ createdBy, createdAt, expiresAt, lastOpenedAt, headSeq: _, ...link }) => ({
          ...link,
          createdBy: createdBy?.name ?? null,
          createdAt: createdAt.toISOString(),
          expiresAt: expiresAt?.toISOString() ?? null,
          isExpired: expiresAt !== null && expiresAt.getTime() <= now,
          lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
          canRevoke: isAdmin || createdBy?.id === user.id,
        }))}
      />
    </SettingsPage>
  );
}
