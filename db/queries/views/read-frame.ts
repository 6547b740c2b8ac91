/** Reading: what stands around every page of a team, for one member. */
import { sql } from "drizzle-orm";
import type { EventId } from "@/activity/event-id";
import type { Executor } from "../../drivers/driver";
import { bookmarks, feedMarks, mutes, pins, savedViews, teamSequences, viewMarks } from "../../schema";
import { readTogether } from "../read-together";
import type { Team } from "../teams/get-team";
import { teamsOf } from "../teams/list-teams-of-user";
import { isSeenBy, type SavedView, viewColumns } from "./get-view";
import type { NamedMute } from "./mutes";

/** A view, and how far the member has read it. */
export interface MarkedView extends SavedView {
  /** Everything up to here is read. */
  readSeq: number;
}

/** What stands around a team's pages. */
export interface Frame {
  /** The team's views, then the member's own, each by name. */
  views: MarkedView[];
  /** How far the member has seen the whole feed; null when never. */
  seenSeq: number | null;
  /** What the member has muted, in the order in which they did. */
  mutes: NamedMute[];
  /** The newest place of the team's history; null when the team is gone. */
  head: EventId | null;
  /** Whether anything is marked that `listMarks` would give: mostly nothing is. */
  hasMarks: boolean;
}

interface Found extends Record<string, object[]> {
  views: MarkedView[];
  seen: { seq: number }[];
  mutes: NamedMute[];
  head: EventId[];
  marked: object[];
}

function readsOf(teamId: string, userId: string) {
  return {
    views: sql`
      SELECT ${viewColumns.id}, ${viewColumns.name}, ${viewColumns.filter}, ${viewColumns.isTeams} AS "isTeams",
        coalesce(${viewMarks.seq}, ${savedViews.headSeq}) AS "readSeq"
      FROM ${savedViews} LEFT JOIN ${viewMarks}
        ON ${viewMarks.teamId} = ${savedViews.teamId} AND ${viewMarks.viewId} = ${savedViews.id} AND ${viewMarks.userId} = ${userId}
      WHERE ${isSeenBy(teamId, userId)}
      ORDER BY ${savedViews.ownerId} IS NOT NULL, lower(${savedViews.name}), ${savedViews.id}`,
    seen: sql`SELECT ${feedMarks.seq} FROM ${feedMarks} WHERE ${feedMarks.teamId} = ${teamId} AND ${feedMarks.userId} = ${userId}`,
    mutes: sql`
      SELECT ${mutes.field}, ${mutes.value}, ${mutes.name} FROM ${mutes} WHERE ${mutes.teamId} = ${teamId} AND ${mutes.userId} = ${userId}
      ORDER BY ${mutes.createdAt}, ${mutes.field}, ${mutes.value}`,
    head: sql`
      SELECT ${teamSequences.epoch}, ${teamSequences.lastSeq} AS seq FROM ${teamSequences} WHERE ${teamSequences.teamId} = ${teamId}`,
    marked: sql`
      (SELECT 1 AS one FROM ${bookmarks} WHERE ${bookmarks.teamId} = ${teamId} AND ${bookmarks.userId} = ${userId} LIMIT 1)
      UNION ALL (SELECT 1 FROM ${pins} WHERE ${pins.teamId} = ${teamId} LIMIT 1)`,
  };
}

function toFrame({ views, seen, mutes: muted, head, marked }: Found): Frame {
  return { views, seenSeq: seen[0]?.seq ?? null, mutes: muted, head: head[0] ?? null, hasMarks: marked.length > 0 };
}

/** What stands around a team's pages, for one member, in one statement. */
export async function readFrame(db: Executor, teamId: string, userId: string): Promise<Frame> {
  return toFrame(await readTogether<Found>(db, readsOf(teamId, userId)));
}

/** The same with all the member's teams, as `listTeamsOfUser` gives them. */
export async function readFrameWithTeams(
  db: Executor,
  teamId: string,
  userId: string,
): Promise<Frame & { teams: Pick<Team, "slug" | "name">[] }> {
  const { teams, ...found } = await readTogether<Found & { teams: Pick<Team, "slug" | "name">[] }>(db, {
    ...readsOf(teamId, userId),
    teams: teamsOf(userId),
  });
  return { ...toFrame(found), teams };
}
