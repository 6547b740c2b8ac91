import type { Metadata } from "next";
import Link from "next/link";
import { parseCursor } from "@/activity/cursor";
import { mayAct } from "@/auth/team/roles";
import { TimeProvider } from "@/components/feed/time";
import { BookmarkList } from "@/components/marks/bookmark-list";
import { MarksProvider } from "@/components/marks/marks";
import { SettingsPage } from "@/components/settings/settings-page";
import { buttonClass } from "@/components/ui/button";
import { getDatabase } from "@/db/client";
import { listBookmarks } from "@/db/queries/marks/bookmarks";
import { listPins } from "@/db/queries/marks/pins";
import { toSearchParams } from "../../to-search-params";
import { requireMember } from "../settings/require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Bookmarks" };

interface PageProps {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the reader has bookmarked, in feed order. */
export default async function BookmarksPage({ params, searchParams }: PageProps) {
  const { team: slug } = await params;
  const cursorText = toSearchParams(await searchParams).get("cursor") ?? "";
  const cursor = parseCursor(cursorText);
  const { user, team, role } = await requireMember(
    slug,
    cursor === null ? `/${slug}/bookmarks` : `/${slug}/bookmarks?cursor=${cursorText}`,
  );
  const { db } = await getDatabase();
  const { items, nextCursor } = await listBookmarks(db, team.id, user.id, { cursor: cursor ?? undefined });
  const path = `/${team.slug}/bookmarks`;
  return (
    <TimeProvider now={Date.now()}>
      <SettingsPage title="Bookmarks" lead="What you keep from the feed, for you alone.">
        <MarksProvider
          team={team.slug}
          canPin={mayAct(role, "capture")}
          initialPins={await listPins(db, team.id)}
          offersBack
        >
          <div className="overflow-hidden rounded-xl border border-line bg-panel py-1">
            <BookmarkList items={items} isFirst={cursor === null} hasMore={nextCursor !== null} />
          </div>
        </MarksProvider>
        <div className="mt-4 flex justify-center gap-2 empty:hidden">
          {cursor === null ? null : (
            <Link href={path} prefetch={false} className={buttonClass()}>
              Newest
            </Link>
          )}
          {nextCursor === null ? null : (
            <Link href={`${path}?cursor=${nextCursor}`} prefetch={false} rel="next" className={buttonClass()}>
              Older
            </Link>
          )}
        </div>
      </SettingsPage>
    </TimeProvider>
  );
}
