/** Reading: what stands around every page of a team, for one member. */
import { sql } from "drizzle-orm";
import type { EventId } from "@/activity/event-id";
import type { Executor } from "../../drivers/driver";
import { feedMarks, mutes, savedViews, teamSequences, viewMarks } from "../../schema";
import { readTogether } from "../read-together";
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
}

/** What stands around a team's pages, for one member, in one statement. */
export async function readFrame(db: Executor, teamId: string, userId: string): Promise<Frame> {
  const found = await readTogether<{
    views: MarkedView[];
    seen: { seq: number }[];
    mutes: NamedMute[];
    head: EventId[];
  }>(db, {
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
  });
  const { views, seen, mutes: muted, head } = found;
  return { views, seenSeq: seen[0]?.seq ?? null, mutes: muted, head: head[0] ?? null };
}
