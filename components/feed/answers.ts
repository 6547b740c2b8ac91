// What the browser needs of the schemas in `activity/`, told to a library of a tenth of zod's size: every page of the feed loads it.
import * as v from "valibot";
import type { Activity, ActivityPage } from "@/activity/activity";
import type { Fold } from "@/activity/fold/fold";
import type { Json } from "@/activity/json";
import { ACTOR_KINDS, COLORS, GROUPS } from "@/activity/kinds";
import type { Change } from "@/activity/wire";

const uuid = v.pipe(v.string(), v.uuid());
const instant = v.pipe(v.string(), v.isoTimestamp());
const int = v.pipe(v.number(), v.safeInteger());

// A newer server may add fields while an old tab is still open: unknown ones are dropped, not refused.
export const readableActivity = v.object({
  id: uuid,
  seq: int,
  eventType: v.string(),
  group: v.picklist(GROUPS),
  actorId: uuid,
  actorKey: v.string(),
  actorName: v.string(),
  actorKind: v.picklist(ACTOR_KINDS),
  actorAvatarUrl: v.nullable(v.string()),
  timestamp: instant,
  receivedAt: instant,
  entityType: v.string(),
  entityId: uuid,
  entityKey: v.string(),
  entityName: v.string(),
  entityUrl: v.nullable(v.string()),
  entityReference: v.nullable(v.string()),
  metadata: v.custom<Json>(() => true),
  message: v.string(),
  icon: v.string(),
  color: v.picklist(COLORS),
  isImportant: v.boolean(),
  source: v.string(),
  supersedes: v.optional(uuid),
  hiddenSeq: v.optional(v.number()),
  supersededBy: v.optional(uuid),
}) satisfies v.GenericSchema<unknown, Activity>;

const fold = v.object({
  key: v.string(),
  seq: int,
  kind: v.picklist(["machine", "person", "single"]),
  source: v.string(),
  eventType: v.nullable(v.string()),
  entityId: v.nullable(uuid),
  actorId: v.nullable(uuid),
  count: v.number(),
  important: v.number(),
  first: instant,
  last: instant,
  rate: v.array(v.number()),
}) satisfies v.GenericSchema<unknown, Fold>;

const readablePage = v.object({
  items: v.array(readableActivity),
  nextCursor: v.nullable(v.string()),
  prevCursor: v.nullable(v.string()),
  lastEventId: v.string(),
  searchedBackTo: v.optional(instant),
  folds: v.optional(v.array(fold)),
  rest: v.optional(v.array(fold)),
}) satisfies v.GenericSchema<unknown, ActivityPage>;

/** Throws when it is no page of a list. */
export const parsePage = (json: unknown): ActivityPage => v.parse(readablePage, json);

export const readableChange = v.object({
  id: uuid,
  isHidden: v.literal(true),
  supersededBy: v.nullable(uuid),
}) satisfies v.GenericSchema<unknown, Change>;

export const readablePlace = v.object({ listener: v.optional(v.picklist(["polling", "degraded"])) });
