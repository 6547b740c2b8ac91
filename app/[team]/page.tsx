// Reading, first paint: the address's filter, one page from the database, and the feed around it, complete without a script.
import type { Metadata } from "next";
import { parseCursor } from "@/activity/cursor";
import { parseFilter } from "@/activity/filter";
import { Feed } from "@/components/feed/feed";
import { feedHref } from "@/components/feed/filters/change-filter";
import { FirstEvent } from "@/components/welcome/first-event";
import { getDatabase } from "@/db/client";
import { listActivities } from "@/db/queries/list-activities";
import { requireMember } from "./settings/require-member";

export const dynamic = "force-dynamic";

interface PageProps {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Feed" };

function toSearchParams(search: Awaited<PageProps["searchParams"]>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const text of Array.isArray(value) ? value : [value ?? ""]) params.append(name, text);
  }
  return params;
}

export default async function FeedPage({ params, searchParams }: PageProps) {
  const { team: slug } = await params;
  const search = toSearchParams(await searchParams);
  // What cannot be used in a shared address is dropped: its chip does not appear.
  const filter = parseFilter(search);
  const cursorText = search.get("cursor") ?? "";
  const cursor = parseCursor(cursorText);
  const { user, team } = await requireMember(slug, feedHref(slug, filter, cursor === null ? undefined : cursorText));
  const { db } = await getDatabase();
  const page = await listActivities(db, team, { filter, cursor: cursor ?? undefined });
  const shownTeam = { slug: team.slug, name: team.name };
  return (
    <Feed
      team={shownTeam}
      initialPage={page}
      filter={filter}
      cursor={cursor === null ? null : cursorText}
      now={Date.now()}
      empty={<FirstEvent team={shownTeam} actorName={user.name ?? undefined} />}
    />
  );
}
