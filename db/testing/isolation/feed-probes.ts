/** For tests of isolation: one call of every query of a team's feed and of what integrations delivered. */
import { sql } from "drizzle-orm";
import { formatEntity } from "@/activity/filter";
import { appendActivities } from "../../queries/append-activities";
import { compileFilter } from "../../queries/compile-filter";
import { countOptions, OPTION_FIELDS } from "../../queries/count-options";
import { claimDeliveries, setDeliveryActivities } from "../../queries/deliveries/claim-deliveries";
import { countDeliveries } from "../../queries/deliveries/count-deliveries";
import { forgetDeliveries } from "../../queries/deliveries/forget-deliveries";
import { getDelivery } from "../../queries/deliveries/get-delivery";
import { getListedDelivery, listDeliveries } from "../../queries/deliveries/list-deliveries";
import { listKept, listKeptIds } from "../../queries/deliveries/list-kept";
import { logDeliveries } from "../../queries/deliveries/log-deliveries";
import { logRefusal, MOST_REFUSALS_AN_HOUR } from "../../queries/deliveries/log-refusal";
import { lockDeliveries, relinkDeliveries } from "../../queries/deliveries/relink-deliveries";
import { countActivities } from "../../queries/export/count-activities";
import { listReplaced } from "../../queries/export/list-replaced";
import { hideActivities } from "../../queries/hide-activities";
import { countNewer } from "../../queries/links/count-newer";
import { listMentioned } from "../../queries/links/list-mentioned";
import { listOrigins } from "../../queries/links/list-origins";
import { TOP } from "../../queries/list-activities";
import { listActivitiesByIds } from "../../queries/list-activities-by-ids";
import { listHeads } from "../../queries/list-heads";
import { listPeople } from "../../queries/list-people";
import { listSuccessors } from "../../queries/list-successors";
import { readLive } from "../../queries/read-live";
import { readPage } from "../../queries/read-page";
import { saveActors, saveEntities } from "../../queries/save-names";
import { FOLD_PROBES } from "./fold-probes";
import { COMMON_WORD, type FullTeam, newActivity } from "./full-team";
import { SCENERY } from "./scenery";
import type { Probe } from "./settings-probes";

/** One filter for every way to the keys of a page. */
function everyFilter({ actorId, actorKey, entityKey }: FullTeam) {
  const one = (value: string) => ({ any: [value], not: [] });
  const [type, source] = [one("task.*"), one("api")];
  return [
    { type, source },
    { type, actor: one(actorId) },
    { type: one("deploy.failed"), actorKey: one(actorKey) },
    { actor: one(actorId) },
    { actorKey: one(actorKey) },
    { entity: one(formatEntity("task", entityKey)) },
    { source },
    { type },
    { group: one("system") },
    { important: true as const },
    {},
    { q: COMMON_WORD },
    { q: COMMON_WORD, type, from: "2026-01-01T00:00:00.000Z", to: "2027-01-01T00:00:00.000Z" },
  ];
}

async function readEveryWay(db: Parameters<Probe>[0], at: FullTeam) {
  const pages = [];
  for (const filter of everyFilter(at)) {
    const older = { direction: "older" as const, ...TOP, limit: 20 };
    const newer = { direction: "newer" as const, timestamp: 0, seq: 0, limit: 20 };
    pages.push(await readPage(db, at.teamId, filter, [older, newer], 10_000));
    // So few that other teams' rows would take the place of our own.
    const few = [older, newer].map((scan) => ({ ...scan, limit: 3 }));
    pages.push(await readPage(db, at.teamId, filter, few, 10_000));
  }
  return pages;
}

const entry = ({ teamId, integrationId }: FullTeam) => ({
  ...{
    teamId,
    integrationId,
    id: "0193e6a5-0000-7000-8000-000000000002",
    deliveryId: "new",
    outcome: "refused" as const,
  },
  ...{ receivedAt: new Date(), status: 401, tookMs: 1, activityIds: [], bodyBytes: 1 },
});

/** By the name of the function that is called. */
export const FEED_PROBES: Record<string, Probe> = {
  appendActivities: async (db, at) => {
    const known = newActivity(5, at);
    known.key = { name: at.idempotencyKey, hash: Buffer.alloc(32, 1) };
    const request = { key: at.idempotencyKey, hash: Buffer.alloc(32, 1), answer: null };
    return [
      await appendActivities(db, at.teamId, { activities: [newActivity(6, at), known], requests: [] }),
      await appendActivities(db, at.teamId, {
        activities: [{ ...newActivity(7, at), request: 0 }],
        requests: [request],
      }),
      await appendActivities(db, at.teamId, { activities: [newActivity(8, at)], requests: [] }),
    ];
  },
  countActivities: async (db, at) => [
    await countActivities(db, at.teamId, { q: COMMON_WORD }),
    await countActivities(db, at.teamId, {}),
  ],
  listReplaced: (db, { teamId }) =>
    listReplaced(db, teamId, 6, { q: COMMON_WORD }, { from: { direction: "older", ...TOP }, to: null }),
  countNewer: async (db, { teamId }) => [
    await countNewer(db, teamId, 1, { q: COMMON_WORD }),
    await countNewer(db, teamId, 4, { q: COMMON_WORD }),
  ],
  countOptions: async (db, { teamId }) => {
    const counts = [];
    for (const field of OPTION_FIELDS) counts.push(await countOptions(db, teamId, {}, field, ""));
    return counts;
  },
  hideActivities: (db, { teamId, activities }) =>
    hideActivities(db, teamId, [{ id: activities[2] ?? "", successor: activities[5] ?? null }], null),
  listActivitiesByIds: (db, { teamId, activities }) => listActivitiesByIds(db, teamId, activities),
  listHeads: (db, { teamId }) => listHeads(db, [teamId]),
  listMentioned: (db, { teamId }) => listMentioned(db, teamId, "Ada Osei, Ada Osei-b, u_1"),
  listOrigins: (db, { teamId, activities }) => listOrigins(db, teamId, activities.slice(1)),
  listPeople: (db, { teamId }) => listPeople(db, teamId, "ada"),
  listSuccessors: (db, { teamId, activities }) => listSuccessors(db, teamId, activities.slice(0, 2)),
  readLive: async (db, { teamId }) => [
    await readLive(db, teamId, 0, 100, []),
    await readLive(db, teamId, 0, 100, [compileFilter({ q: COMMON_WORD })]),
    await readLive(db, teamId, 500, 100, []),
    await readLive(db, teamId, 500, 100, [compileFilter({ q: COMMON_WORD })]),
  ],
  ...FOLD_PROBES,
  readPage: readEveryWay,
  saveActors: (db, { teamId, actorKey }) =>
    saveActors(db, teamId, [
      {
        id: "0193e6a5-0000-7000-8000-000000000003",
        source: "api",
        key: actorKey,
        name: "Renamed",
        kind: null,
        avatarUrl: null,
      },
    ]),
  saveEntities: (db, { teamId, entityKey }) =>
    saveEntities(db, teamId, [
      {
        ...{ id: "0193e6a5-0000-7000-8000-000000000004", source: "api", type: "task", key: entityKey, name: "Renamed" },
        ...{ reference: null, url: null },
      },
    ]),

  claimDeliveries: (db, { teamId, integrationId, deliveryId }) =>
    claimDeliveries(db, teamId, [{ integrationId, deliveryId, bodyHash: Buffer.alloc(32, 7), eventType: "push" }]),
  countDeliveries: (db, { teamId, integrationId }) => countDeliveries(db, teamId, integrationId),
  forgetDeliveries: (db) => forgetDeliveries(db, 30),
  getDelivery: (db, { teamId, integrationId, logId }) => getDelivery(db, teamId, integrationId, logId),
  getListedDelivery: (db, { teamId, integrationId, logId }) => getListedDelivery(db, teamId, integrationId, logId),
  listDeliveries: (db, { teamId, integrationId }) =>
    listDeliveries(db, teamId, integrationId, { before: null, limit: 100 }),
  listKept: (db, { teamId, integrationId, logId }) => listKept(db, teamId, integrationId, [logId]),
  listKeptIds: (db, { teamId, integrationId }) => listKeptIds(db, teamId, integrationId, 100),
  lockDeliveries: (db, { teamId, logId }) => lockDeliveries(db, teamId, [logId]),
  logDeliveries: (db, at) => logDeliveries(db, [entry(at)]),
  logRefusal: async (db, at) => {
    // As many as it takes to fill the other team's log.
    await db.execute(sql`${sql.raw(SCENERY)} INSERT INTO delivery_log (team_id, id, integration_id, received_at, outcome, status, took_ms, activity_ids, body_bytes)
      SELECT i.team_id, gen_random_uuid(), i.id, now(), 'refused', 401, 1, '{}', 1
      FROM integrations i, generate_series(1, ${MOST_REFUSALS_AN_HOUR}) WHERE i.id = ${at.integrationId} AND i.team_id <> ${at.teamId}`);
    return await logRefusal(db, entry(at));
  },
  relinkDeliveries: (db, { teamId, logId, activities }) =>
    relinkDeliveries(db, teamId, [{ id: logId, activityIds: activities }]),
  setDeliveryActivities: (db, { teamId, integrationId, deliveryId, activities }) =>
    setDeliveryActivities(db, teamId, [{ integrationId, deliveryId, activityIds: activities }]),
};

/** Rows in which nothing is found, newer and older than all others: so many that the search index is asked for those. */
const surround = (teamId: string) => sql`${sql.raw(SCENERY)}
  INSERT INTO activity_events SELECT more.* FROM generate_series(1, 1200) AS n, (
    SELECT e FROM activity_events e WHERE e.team_id = ${teamId} ORDER BY e.seq LIMIT 1
  ) one, jsonb_populate_record(one.e, jsonb_build_object('id', gen_random_uuid(), 'seq', 10000 + n, 'search', '', 'hidden_seq', NULL,
    'timestamp', timestamptz '2026-02-01' - (n % 2) * interval '90 days' + n * interval '1 minute')) more`;

/** The other teams' rows with this team's mark in their search vectors: the mark alone would let them through. */
const mark = (teamId: string) => sql`${sql.raw(SCENERY)}
  UPDATE activity_events SET search = replace(search::text, team_id::text, ${teamId})::tsvector WHERE team_id <> ${teamId}`;

/** Calls that ask more of functions of the database than the probes above. */
export const FUNCTION_PROBES: Record<string, Probe> = {
  // What reads by them would not miss it, for it has a condition of its own.
  list_types: async (db, { teamId }) => [
    (await db.execute(sql`SELECT list_types(${teamId}::uuid, NULL, ARRAY['task.*', 'task.onlya.*', 'task.onlyb.*'])`))
      .rows,
    (await db.execute(sql`SELECT list_types(${teamId}::uuid, 'api', ARRAY['task.*', 'task.onlya.*', 'task.onlyb.*'])`))
      .rows,
  ],
  list_by_walk: async (db, { teamId }) => {
    await db.execute(surround(teamId));
    await db.execute(mark(teamId));
    const scans = [
      { direction: "older" as const, ...TOP, limit: 3 },
      { direction: "newer" as const, timestamp: 0, seq: 0, limit: 3 },
    ];
    return [
      await readPage(db, teamId, { q: COMMON_WORD }, scans, 10_000),
      await readPage(db, teamId, { q: COMMON_WORD, source: { any: ["api"], not: [] } }, scans, 10_000),
    ];
  },
};
