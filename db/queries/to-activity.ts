/** Reading: a row of activity_events becomes the activity that every list, stream and answer carries. */
import { type SQL, sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import type { ActorKind, Color, Group } from "@/activity/event-schema";
import type { Json } from "@/activity/json";

/**
 * What {@link activityColumns} selects, as the drivers give it. Times come as milliseconds, because drivers and
 * Drizzle each read timestamps their own way; bigints come as text.
 */
export interface ActivityRow extends Record<string, unknown> {
  id: string;
  seq: string | number;
  event_type: string;
  group: Group;
  actor_id: string;
  actor_key: string;
  actor_name: string;
  actor_kind: ActorKind;
  actor_avatar_url: string | null;
  timestamp_ms: string | number;
  received_ms: string | number;
  entity_type: string;
  entity_id: string;
  entity_key: string;
  entity_name: string;
  entity_url: string | null;
  entity_reference: string | null;
  metadata: Json;
  message: string;
  icon: string;
  color: Color;
  is_important: boolean;
  source: string;
  supersedes: string | null;
  hidden_seq: string | number | null;
  superseded_by: string | null;
}

/** The columns of row `e` of activity_events that {@link toActivity} reads; as text, and for a template. */
export const ACTIVITY_COLUMNS = `e.id, e.seq, e.event_type, e."group", e.actor_id, e.actor_key, e.actor_name,
  e.actor_kind, e.actor_avatar_url, (extract(epoch FROM e."timestamp") * 1000)::bigint AS timestamp_ms,
  (extract(epoch FROM e.received_at) * 1000)::bigint AS received_ms, e.entity_type, e.entity_id, e.entity_key,
  e.entity_name, e.entity_url, e.entity_reference, e.metadata, e.message, e.icon, e.color, e.is_important, e.source,
  e.supersedes, e.hidden_seq, e.superseded_by`;
export const activityColumns: SQL = sql.raw(ACTIVITY_COLUMNS);

/** The activity of a row; the same on every driver. */
export function toActivity(row: ActivityRow): Activity {
  const activity: Activity = {
    id: row.id,
    seq: Number(row.seq),
    eventType: row.event_type,
    group: row.group,
    actorId: row.actor_id,
    actorKey: row.actor_key,
    actorName: row.actor_name,
    actorKind: row.actor_kind,
    actorAvatarUrl: row.actor_avatar_url,
    timestamp: new Date(Number(row.timestamp_ms)).toISOString(),
    receivedAt: new Date(Number(row.received_ms)).toISOString(),
    entityType: row.entity_type,
    entityId: row.entity_id,
    entityKey: row.entity_key,
    entityName: row.entity_name,
    entityUrl: row.entity_url,
    entityReference: row.entity_reference,
    metadata: row.metadata,
    message: row.message,
    icon: row.icon,
    color: row.color,
    isImportant: row.is_important,
    source: row.source,
  };
  // Hardly any has them, so they are not there at all where they say nothing.
  if (row.supersedes !== null) activity.supersedes = row.supersedes;
  if (row.hidden_seq !== null) activity.hiddenSeq = Number(row.hidden_seq);
  if (row.superseded_by !== null) activity.supersededBy = row.superseded_by;
  return activity;
}
