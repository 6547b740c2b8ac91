// Reading, for people outside the team: a shared link's one view, complete without a script, as of its moment or live.
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { formatCursor, parseCursor } from "@/activity/cursor";
import { findSharedLink } from "@/auth/links/find-shared-link";
import { SharedFeed } from "@/components/shared/shared-feed";
import { getDatabase } from "@/db/client";
import { noteVisit } from "@/handlers/shared/note-visit";
import { countNewerOf, readShared } from "@/handlers/shared/read-shared";

export const dynamic = "force-dynamic";

interface PageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ live?: string | string[]; cursor?: string | string[] }>;
}

// Title and page ask for the same link.
const requireLink = cache(async (token: string) => {
  const { db } = await getDatabase();
  const link = await findSharedLink(db, token);
  if (link === null) notFound();
  return link;
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const link = await requireLink((await params).token);
  return {
    title: `Activity of ${link.team.name}`,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default async function SharedPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const link = await requireLink(token);
  const { live, cursor: place } = await searchParams;
  const isLive = live === "1";
  const asked = parseCursor(typeof place === "string" ? place : "");
  // What cannot be used in an address is dropped, as on every page.
  const cursor = asked?.direction === "older" ? asked : null;
  const driver = await getDatabase();
  const sent = await headers();
  const [page, newer] = await Promise.all([
    readShared(driver, link, { cursor: cursor ?? undefined, isLive }),
    isLive ? null : countNewerOf(driver, link),
  ]);
  after(() => noteVisit(driver.db, link, sent));
  const view = {
    path: `/s/${token}`,
    api: `/api/shared/${token}/activities`,
    teamName: link.team.name,
    isLive,
    headSeq: link.headSeq,
    at: link.createdAt.toISOString(),
    newer,
    hidesNames: link.hidesNames,
    hidesMetadata: link.hidesMetadata,
  };
  return (
    <SharedFeed
      key={`${token} ${isLive}`}
      view={view}
      initialPage={JSON.stringify(page)}
      cursor={cursor === null ? null : formatCursor(cursor)}
      now={Date.now()}
    />
  );
}
