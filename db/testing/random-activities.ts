/** For tests: random activities and filters over a small world, where equal times, shared values and near misses are common. */
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Filter, formatEntity, type Values } from "@/activity/filter";
import type { Db, Executor } from "../drivers/driver";
import { appendActivities, type NewActivity } from "../queries/append-activities";
import { hideActivities } from "../queries/hide-activities";
import { saveActors, saveEntities } from "../queries/save-names";
import { toSearchVector } from "../search/to-search-vector";

const TYPES = [
  "task.created",
  "task.updated",
  "task",
  "taskX",
  "task.",
  "tasks.created",
  "github.push",
  "a:b'c\\d",
  "日本.作成",
];
const GROUPS = ["task", "system", "user", "integration"] as const;
const SOURCES = ["api", "github", "it's \\ odd", "x,-y"];
const WORDS = ["deploy", "review", "docs", "TASK-42", "同工同酬", "crème", "running", "failed"];
const ENTITY_TYPES = ["task", "pull:request", "50%"];

/** One world of a team: who and what there is. */
export interface World {
  teamId: string;
  actors: { id: string; key: string; source: string }[];
  entities: { id: string; type: string; key: string; source: string }[];
}

/** A seeded source of numbers below 1 (mulberry32), so that a failing case can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

/** Actors and entities of a team; two sources share some ids, as real ones do. */
export async function createWorld(db: Executor, teamId: string): Promise<World> {
  const actors = SOURCES.flatMap((source, index) =>
    ["u_1", `u_${index}`, "o'neil\\"].map((key) => ({
      id: randomUUID(),
      source,
      key,
      name: key,
      kind: "user" as const,
      avatarUrl: null,
    })),
  ).filter((actor, index, all) => all.findIndex((a) => a.source === actor.source && a.key === actor.key) === index);
  const entities = SOURCES.flatMap((source) =>
    ENTITY_TYPES.flatMap((type) =>
      ["42", "a:b"].map((key) => ({ id: randomUUID(), source, type, key, name: key, reference: null, url: null })),
    ),
  );
  return { teamId, actors: await saveActors(db, teamId, actors), entities: await saveEntities(db, teamId, entities) };
}

/** Appends `count` random activities; `spanMs` is how far their times reach back from `endMs`, many of them equal. */
export async function appendRandom(
  db: Executor,
  world: World,
  options: { random: () => number; count: number; spanMs: number; types?: readonly string[]; endMs?: number },
): Promise<void> {
  const { random, count, spanMs, types = TYPES, endMs = Date.now() } = options;
  const activities = Array.from({ length: count }, (): NewActivity => {
    const actor = pick(random, world.actors);
    const entity = pick(
      random,
      world.entities.filter(({ source }) => source === actor.source),
    );
    const message = [pick(random, WORDS), pick(random, WORDS), pick(random, WORDS)].join(" ");
    return {
      id: randomUUID(),
      eventType: pick(random, types),
      group: pick(random, GROUPS),
      actorId: actor.id,
      actorKey: actor.key,
      actorName: actor.key,
      actorKind: actor.key === "u_1" ? "user" : "integration",
      actorAvatarUrl: null,
      timestamp: new Date(Math.max(0, endMs - Math.floor(random() * 12) ** 2 * Math.floor(spanMs / 144))).toISOString(),
      entityType: entity.type,
      entityId: entity.id,
      entityKey: entity.key,
      entityName: entity.key,
      entityUrl: null,
      entityReference: null,
      metadata: { "a.b": [1, null, { c: "é" }] },
      message,
      icon: "circle",
      color: "gray",
      isImportant: random() < 0.2,
      source: actor.source,
      search: toSearchVector([message]),
      key: null,
      request: null,
    };
  });
  await appendActivities(db, world.teamId, { activities, requests: [] });
}

/** Hides up to `count` random activities, some in favour of new ones. */
export async function hideRandom(
  db: Db,
  world: World,
  { random, count, spanMs }: { random: () => number; count: number; spanMs: number },
): Promise<void> {
  const { teamId } = world;
  await db.transaction(async (tx) => {
    const visible = sql`SELECT id FROM activity_events WHERE team_id = ${teamId} AND hidden_seq IS NULL ORDER BY seq`;
    const ids = async () => (await tx.execute<{ id: string }>(visible)).rows.map(({ id }) => id);
    const before = await ids();
    if (before.length === 0) return;
    const chosen = new Set(Array.from({ length: count }, () => pick(random, before)));
    await appendRandom(tx, world, { random, count: Math.ceil(chosen.size / 2), spanMs });
    const successors = (await ids()).slice(before.length);
    const hidings = [...chosen].map((id) => ({ id, successor: successors.pop() ?? null }));
    await hideActivities(tx, teamId, hidings, null);
  });
}

function values(random: () => number, from: readonly string[]): Values {
  const any: string[] = [];
  const not: string[] = [];
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1)
    (random() < 0.7 ? any : not).push(pick(random, from));
  return { any: [...new Set(any)], not: [...new Set(not)] };
}

/** A random filter over the world: mostly one or two fields, at times all of them. */
export function randomFilter(random: () => number, world: World, spanMs: number): Filter {
  const filter: Filter = {};
  const chance = pick(random, [0.12, 0.12, 0.3]);
  if (random() < 0.3) filter.type = values(random, [...TYPES, "task.*", "tasks.*", "none.*", "日本.*", "never"]);
  if (random() < chance) filter.group = values(random, GROUPS);
  if (random() < chance) filter.actor = values(random, [...world.actors.map(({ id }) => id), randomUUID()]);
  if (random() < chance) filter.actorKey = values(random, [...world.actors.map(({ key }) => key), "nobody"]);
  if (random() < chance)
    filter.entity = values(
      random,
      world.entities.map(({ type, key }) => formatEntity(type, key)),
    );
  if (random() < chance) filter.source = values(random, [...SOURCES, "none"]);
  if (random() < 0.15) filter.important = true;
  if (random() < 0.15) filter.from = new Date(Date.now() - Math.floor(random() * spanMs)).toISOString();
  if (random() < 0.15) filter.to = new Date(Date.now() - Math.floor((random() * spanMs) / 2)).toISOString();
  const words = [pick(random, WORDS), `-${pick(random, WORDS)}`, `"${pick(random, WORDS)}"`, "absent", "同工", "dep*"];
  if (random() < 0.3)
    filter.q = pick(random, [words[0] ?? "", words.slice(0, 2).join(" "), pick(random, words), words.join(" or ")]);
  return filter;
}
