// Reading, first paint: the address's filter, one page from the database, and the feed around it, complete without a script.
import type { Metadata } from "next";
import type { ReactNode } from "react";
import type { ActivityPage } from "@/activity/activity";
import { type Cursor, formatCursor, parseCursor, placeAtInstant } from "@/activity/cursor";
import { TEAM_SOURCE } from "@/activity/event-types/team-source";
import { type Filter, isEmptyFilter, parseFilter, serializeFilter } from "@/activity/filter";
import { withMutes } from "@/activity/mutes";
import { mayAct } from "@/auth/team/roles";
import { Feed, type FeedProps } from "@/components/feed/feed";
import { feedHref } from "@/components/feed/filters/change-filter";
import { LazyFirstEvent } from "@/components/welcome/lazy-first-event";
import { NothingYet } from "@/components/welcome/nothing-yet";
import { getDatabase } from "@/db/client";
import type { Driver } from "@/db/drivers/driver";
import { findPlace } from "@/db/queries/find-place";
import { listFoldedPage, readEarlyPage, takeEarlyPage } from "@/stream/newest/list-folded-page";
import { listPage } from "@/stream/newest/list-page";
import { ownOrigin } from "../own-origin";
import { toSearchParams } from "../to-search-params";
import { teamTitle } from "./find-member";
import { listMarks, readFrame } from "./read-frame";
import { requireMember } from "./settings/require-member";

export const dynamic = "force-dynamic";

interface PageProps {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return await teamTitle((await params).team, "Feed");
}

interface Asked {
  cursor: Cursor | null;
  /** An activity's id. */
  at: string | null;
  /** Whether similar events are one row; never around a place, where each is looked for by itself. */
  isFolded: boolean;
}

/** The address to come back to after signing in. */
function askedAddress(slug: string, filter: Filter, { cursor, at, isFolded }: Asked): string {
  const address = feedHref(slug, filter, cursor === null ? undefined : formatCursor(cursor), isFolded || at !== null);
  return at === null ? address : `${address}${address.includes("?") ? "&" : "?"}at=${encodeURIComponent(at)}`;
}

/** Where a page that does not start at the newest starts, so that its neighbours can be asked for; null at the newest. */
function cursorOf(page: ActivityPage, cursor: Cursor | null): string | null {
  if (cursor !== null) return formatCursor(cursor);
  const first = page.items[0];
  if (page.prevCursor === null || first === undefined) return null;
  return formatCursor({ direction: "older", timestamp: Date.parse(first.timestamp), seq: first.seq + 1 });
}

/** Whether anything has happened in a team besides changes of the team itself. */
async function hasEvents(driver: Driver, team: { id: string }): Promise<boolean> {
  const filter = { source: { any: [], not: [TEAM_SOURCE] } };
  return (await listPage(driver, team, { filter, limit: 1 })).items.length > 0;
}

/** The page that was asked for, and its filter less what the reader has muted. */
async function readPage(
  driver: Driver,
  { team, userId }: { team: { id: string }; userId: string },
  filter: Filter,
  { cursor, at, isFolded }: Asked,
): Promise<{ page: ActivityPage; shown: Filter }> {
  const around = at === null ? null : await findPlace(driver.db, team.id, at);
  const early = isFolded && cursor === null && isEmptyFilter(filter) ? readEarlyPage(driver, team) : null;
  const { mutes, head } = await readFrame(team.id, userId);
  const shown = withMutes(filter, mutes);
  const ready = isEmptyFilter(shown) ? await takeEarlyPage(early, head) : null;
  if (ready !== null) return { page: ready, shown };
  const options = { filter: shown, cursor: cursor ?? undefined };
  const page = isFolded
    ? await listFoldedPage(driver, team, { ...options, head: head ?? undefined })
    : await listPage(driver, team, { ...options, around: around ?? undefined });
  return { page, shown };
}

/** What stands in place of a feed in which nothing has happened yet. */
async function welcome(team: FeedProps["team"], name: string | null, canPost: boolean): Promise<ReactNode> {
  if (!canPost) return <NothingYet />;
  return <LazyFirstEvent team={team} actorName={name ?? undefined} origin={await ownOrigin()} />;
}

export default async function FeedPage({ params, searchParams }: PageProps) {
  const { team: slug } = await params;
  const search = toSearchParams(await searchParams);
  // What cannot be used in a shared address is dropped: its chip does not appear.
  const filter = parseFilter(search);
  const named = search.get("at");
  const cursor = parseCursor(search.get("cursor") ?? "") ?? (named === null ? null : placeAtInstant(named));
  const at = cursor === null ? named : null;
  const isFolded = search.get("fold") !== "off" && at === null;
  const { user, team, role } = await requireMember(slug, askedAddress(slug, filter, { cursor, at, isFolded }));
  const driver = await getDatabase();
  const [{ page, shown }, { pins }] = await Promise.all([
    readPage(driver, { team, userId: user.id }, filter, { cursor, at, isFolded }),
    listMarks(team.id, user.id),
  ]);
  const isNew = page.items.every(({ source }) => source === TEAM_SOURCE) && !(await hasEvents(driver, team));
  const shownTeam = { slug: team.slug, name: team.name };
  return (
    <Feed
      team={shownTeam}
      canLink={mayAct(role, "capture")}
      me={user.id}
      initialPage={JSON.stringify(page)}
      pins={pins}
      query={serializeFilter(shown).toString()}
      cursor={cursorOf(page, cursor)}
      isFolded={isFolded}
      now={Date.now()}
      empty={isNew ? await welcome(shownTeam, user.name, mayAct(role, "capture")) : null}
    />
  );
}
