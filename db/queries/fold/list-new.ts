/** Reading folded: what was stored since a page was counted, so that its counts can go on. */
import { sql } from "drizzle-orm";
import type { EventId } from "@/activity/event-id";
import type { ActorKind } from "@/activity/event-schema";
import type { Foldable } from "@/activity/fold/fold";
import type { Executor } from "../../drivers/driver";

/** More than this is counted anew instead. */
const MOST = 20_000;

interface NewRow extends Record<string, unknown> {
  seq: string | number;
  ms: string | number;
  source: string;
  event_type: string;
  entity_id: string;
  actor_id: string;
  actor_kind: ActorKind;
  is_important: boolean;
}

/**
 * What the team stored after one place of its history, up to another. Null when that is not all that happened, since something
 * was hidden, or too much: then only counting anew helps.
 */
export async function listNew(db: Executor, teamId: string, from: EventId, to: EventId): Promise<Foldable[] | null> {
  const count = to.seq - from.seq;
  if (from.epoch !== to.epoch || count < 0 || count > MOST) return null;
  if (count === 0) return [];
  const { rows } = await db.execute<NewRow>(sql`
    SELECT e.seq, (date_part('epoch', e."timestamp") * 1000)::bigint AS ms, e.source, e.event_type, e.entity_id, e.actor_id, e.actor_kind, e.is_important
    FROM activity_events e WHERE e.team_id = ${teamId} AND e.seq > ${from.seq} AND e.seq <= ${to.seq} AND e.hidden_seq IS NULL`);
  // A change that hides takes a number of its own, and what it hides is not here any more.
  if (rows.length !== count) return null;
  return rows.map((row) => ({
    seq: Number(row.seq),
    timestamp: new Date(Number(row.ms)).toISOString(),
    source: row.source,
    eventType: row.event_type,
    entityId: row.entity_id,
    actorId: row.actor_id,
    actorKind: row.actor_kind,
    isImportant: row.is_important,
  }));
}
