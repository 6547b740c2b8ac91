import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { parseFilter } from "@/activity/filter";
import { threadOf } from "@/activity/thread";
import { mayAct } from "@/auth/team/roles";
import { ActivityDetails } from "@/components/feed/details/activity-details";
import { NeighbourLinks } from "@/components/feed/details/neighbour-links";
import { feedHref } from "@/components/feed/filters/change-filter";
import { Comments } from "@/components/feed/posts/comments";
import { commentsFilter, MOST_COMMENTS } from "@/components/feed/posts/list-comments";
import { TimeProvider } from "@/components/feed/time";
import { BookmarkKey } from "@/components/marks/bookmark-key";
import { MarksProvider } from "@/components/marks/marks";
import { ArrowLeft } from "@/components/ui/icons";
import { getDatabase } from "@/db/client";
import { getActivity } from "@/db/queries/get-activity";
import { listPins } from "@/db/queries/marks/pins";
import { listPage } from "@/stream/newest/list-page";
import { toSearchParams } from "../../../to-search-params";
import { requireMember } from "../../settings/require-member";
import { neighboursOf } from "./neighbours";

export const dynamic = "force-dynamic";

interface PageProps {
  params: Promise<{ team: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

// Title and page ask for the same row.
const requireActivity = cache(async (slug: string, id: string) => {
  const { team, role } = await requireMember(slug, `/${slug}/activities/${id}`);
  const { db } = await getDatabase();
  const activity = await getActivity(db, team.id, id);
  if (activity === null) notFound();
  return { team, role, activity };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { team: slug, id } = await params;
  const { activity } = await requireActivity(slug, id);
  return { title: activity.message.slice(0, 120) };
}

/** The permalink: one activity on a page of its own. */
export default async function ActivityPage({ params, searchParams }: PageProps) {
  const { team: slug, id } = await params;
  const { team, role, activity } = await requireActivity(slug, id);
  const filter = parseFilter(toSearchParams(await searchParams));
  const driver = await getDatabase();
  const thread = threadOf(activity);
  const [neighbours, comments, pins] = await Promise.all([
    neighboursOf(driver, team, activity, filter),
    listPage(driver, team, { filter: commentsFilter(thread), limit: MOST_COMMENTS }),
    listPins(driver.db, team.id),
  ]);
  return (
    <TimeProvider now={Date.now()}>
      <main className="mx-auto max-w-[860px] px-4 py-6 sm:px-8 sm:py-7">
        <div className="mb-4 flex min-h-7 items-center justify-between">
          <Link
            href={feedHref(team.slug, filter)}
            prefetch={false}
            className="inline-flex items-center gap-1.5 rounded-md py-1 text-[13px] text-soft hover:text-ink"
          >
            <ArrowLeft className="size-3.5" />
            Feed
          </Link>
          <NeighbourLinks {...neighbours} />
        </div>
        <div className="rounded-xl border border-line bg-panel p-4 sm:p-6">
          <MarksProvider team={team.slug} canPin={mayAct(role, "capture")} initialPins={pins}>
            <BookmarkKey selectedId={activity.id} />
            <ActivityDetails
              team={team.slug}
              activity={activity}
              title={
                <h1 dir="auto" className="font-semibold text-lg leading-snug">
                  {activity.message}
                </h1>
              }
              comments={
                <Comments team={team.slug} thread={thread} canPost={mayAct(role, "capture")} initial={comments} />
              }
            />
          </MarksProvider>
        </div>
      </main>
    </TimeProvider>
  );
}
