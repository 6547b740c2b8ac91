/** Reading: what stands around every page of a team, for one member. */
import { sql } from "drizzle-orm";
import type { EventId } from "@/activity/event-id";
import type { Executor } from "../../drivers/driver";
import { readTogether } from "../read-together";
import type { Team } from "../teams/get-team";
import { teamsOf } from "../teams/list-teams-of-user";
import type { SavedView } from "./get-view";
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
      SELECT v.id, v.name, v.filter, v.owner_id IS NULL AS "isTeams", coalesce(m.seq, v.head_seq) AS "readSeq"
      FROM saved_views v LEFT JOIN view_marks m ON m.team_id = v.team_id AND m.view_id = v.id AND m.user_id = ${userId}
      WHERE v.team_id = ${teamId} AND (v.owner_id IS NULL OR v.owner_id = ${userId})
      ORDER BY v.owner_id IS NOT NULL, lower(v.name), v.id`,
    seen: sql`SELECT m.seq FROM feed_marks m WHERE m.team_id = ${teamId} AND m.user_id = ${userId}`,
    mutes: sql`
      SELECT m.field, m.value, m.name FROM mutes m WHERE m.team_id = ${teamId} AND m.user_id = ${userId}
      ORDER BY m.created_at, m.field, m.value`,
    head: sql`SELECT s.epoch, s.last_seq AS seq FROM team_sequences s WHERE s.team_id = ${teamId}`,
    marked: sql`
      (SELECT 1 AS one FROM bookmarks b WHERE b.team_id = ${teamId} AND b.user_id = ${userId} LIMIT 1)
      UNION ALL (SELECT 1 FROM pins p WHERE p.team_id = ${teamId} LIMIT 1)`,
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
