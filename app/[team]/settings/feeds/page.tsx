import type { Metadata } from "next";
import { mayAct } from "@/auth/team/roles";
import { PublicFeedList } from "@/components/settings/feeds/public-feed-list";
import { PublishFeed } from "@/components/settings/feeds/publish-feed";
import { SettingsPage } from "@/components/settings/settings-page";
import { getDatabase } from "@/db/client";
import { listFeeds } from "@/db/queries/feeds/list-feeds";
import { ownOrigin } from "../../../own-origin";
import { requireMember } from "../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Public feeds" };

/** What a team shows to anybody. */
export default async function FeedsPage({ params }: { params: Promise<{ team: string }> }) {
  const { team: slug } = await params;
  const { team, role } = await requireMember(slug, `/${slug}/settings/feeds`, { isForMembers: true });
  const { db } = await getDatabase();
  const origin = await ownOrigin();
  const feeds = await listFeeds(db, team.id);
  const isAdmin = mayAct(role, "admin");
  return (
    <SettingsPage
      title="Public feeds"
      lead="Views of the feed that anybody can read without signing in, as a page, Atom and JSON Feed."
    >
      {isAdmin ? <PublishFeed team={team.slug} /> : null}
      <PublicFeedList
        team={team.slug}
        canChange={isAdmin}
        feeds={feeds.map((feed) => ({
          id: feed.id,
          name: feed.name,
          slug: feed.slug,
          filter: feed.filter,
          url: `${origin}/p/${team.slug}/${feed.slug}`,
          isOn: feed.offSince === null,
          hidesNames: feed.hidesNames,
          hidesMetadata: feed.hidesMetadata,
          createdAt: feed.createdAt.toISOString(),
        }))}
      />
    </SettingsPage>
  );
}
