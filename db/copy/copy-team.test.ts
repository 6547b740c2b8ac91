import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Driver } from "../drivers/driver";
import { hideActivities } from "../queries/hide-activities";
import { listActivities } from "../queries/list-activities";
import { addBookmark } from "../queries/marks/bookmarks";
import { addPin } from "../queries/marks/pins";
import { addMute } from "../queries/views/mutes";
import { markFeed, markViews } from "../queries/views/read-marks";
import { createView } from "../queries/views/save-view";
import {
  apiKeys,
  auditLog,
  deliveries,
  deliveryLog,
  idempotencyKeys,
  integrations,
  invitations,
  members,
  publicFeeds,
  readerTokens,
  sharedLinks,
  teamAliases,
  teams,
  users,
} from "../schema";
import { openEmptyDatabase } from "../testing/empty-database";
import { appendRandom, createWorld, seeded } from "../testing/random-activities";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";
import { copyTeam } from "./copy-team";
import { listTeamTables } from "./team-tables";

const DAY = 86_400_000;
/** What belongs to people and to no team: they sign in anew where their team goes. */
const OF_PEOPLE = ["users", "user_accounts", "user_sessions", "sign_in_links"];
let source: TestDatabase;
let target: Driver;
beforeAll(async () => {
  source = await openTestDatabase();
  target = await openEmptyDatabase();
});
afterAll(async () => {
  await target.close();
  await source.close();
});

const person = (email = `${randomUUID()}@example.test`) => ({
  id: randomUUID(),
  name: "Ann O'Neil \\ 同",
  email,
  passwordHash: "$argon2id$v=19$x",
  sessionVersion: 3,
});

/** A team with rows in every table, two members among them. */
async function fillTeam(events: number) {
  const { db } = source;
  const team = await source.createTeam();
  const world = await createWorld(db, team.id);
  await appendRandom(db, world, { random: seeded(events), count: events, spanMs: 30 * DAY });
  const [ann, bob] = [person(), person()];
  await db.insert(users).values([ann, bob]);
  await db.insert(members).values([
    { teamId: team.id, userId: ann.id, role: "owner" },
    { teamId: team.id, userId: bob.id, role: "member" },
  ]);
  const key = { teamId: team.id, name: 'a,{b}"c', prefix: "las_", scopes: ["capture", "read"] as const };
  await db.insert(apiKeys).values([
    { ...key, scopes: [...key.scopes], id: randomUUID(), hash: randomBytes(32), createdBy: ann.id },
    { ...key, scopes: [], id: randomUUID(), hash: randomBytes(32), createdBy: null, revokedAt: new Date() },
  ]);
  const integrationId = randomUUID();
  const one = { teamId: team.id, id: integrationId, provider: "github", name: "GitHub", secret: "v1.k.n.s" };
  await db.insert(integrations).values(one);
  const { items } = await listActivities(db, team, { filter: {}, limit: 3 });
  const activityIds = items.map(({ id }) => id);
  await hideActivities(db, team.id, [{ id: activityIds[0] ?? "", successor: activityIds[1] ?? null }], ann.id);
  await db.insert(deliveries).values({
    teamId: team.id,
    integrationId,
    deliveryId: "d-1",
    eventType: "push",
    bodyHash: randomBytes(32),
    activityIds,
  });
  await db.insert(deliveryLog).values({
    teamId: team.id,
    id: randomUUID(),
    integrationId,
    receivedAt: new Date(),
    outcome: "refused",
    status: 401,
    eventName: "push",
    diagnosis: { code: "body_reencoded", how: "\\u00e9" },
    tookMs: 2,
    activityIds,
    bodyBytes: 7,
    sealed: "v1.k.n.s",
  });
  const later = new Date(Date.now() + DAY);
  const hash = () => randomBytes(32);
  const view = { teamId: team.id, name: "Deploys", filter: "type=deploy.*", createdBy: ann.id };
  await db.insert(teamAliases).values({ teamId: team.id, slug: `was-${team.slug}` });
  await db
    .insert(invitations)
    .values({ teamId: team.id, id: randomUUID(), hash: hash(), role: "viewer", createdBy: ann.id, expiresAt: later });
  await db.insert(sharedLinks).values({
    ...view,
    id: randomUUID(),
    hash: hash(),
    headSeq: 3,
    newestTimestamp: new Date(),
    newestSeq: 2,
  });
  await db.insert(publicFeeds).values({ ...view, id: randomUUID(), slug: "deploys" });
  const saved = await createView(db, team.id, { name: "Mine", filter: "q=login", ownerId: bob.id });
  await markViews(db, team.id, bob.id, { viewId: saved.id, seq: 2 });
  await addMute(db, team.id, bob.id, { field: "type", value: "a.b", name: "A" });
  await markFeed(db, team.id, bob.id, 2);
  await addBookmark(db, team.id, bob.id, activityIds[0] ?? "");
  await addPin(db, team.id, activityIds[0] ?? "", ann.id);
  await db.insert(readerTokens).values({ teamId: team.id, id: randomUUID(), userId: bob.id, hash: hash() });
  await db.insert(auditLog).values({
    teamId: team.id,
    id: randomUUID(),
    action: "team.member_joined",
    via: "session",
    userId: ann.id,
    detail: { entity: "\\u00e9" },
  });
  await db.insert(idempotencyKeys).values([
    {
      teamId: team.id,
      key: "k",
      requestHash: randomBytes(32),
      activityIds,
      answer: [{ status: 201 }, null, "\\u00e9"],
    },
    { teamId: team.id, key: "", requestHash: randomBytes(0), activityIds: [], answer: null },
  ]);
  return { team, ann, bob };
}

/** Everything a team has, table by table, as Postgres writes it. */
async function contentOf({ db }: Driver, teamId: string): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const { name, owner, key } of listTeamTables()) {
    const order = sql.join(
      key.map((column) => sql.identifier(column)),
      sql`, `,
    );
    const { rows } = await db.execute(sql`
      SELECT t::text AS row FROM ${sql.identifier(name)} t WHERE ${sql.identifier(owner)} = ${teamId}::uuid ORDER BY ${order}`);
    content[name] = rows;
  }
  return content;
}

describe("copyTeam", () => {
  it("knows every table and column of teams that the database has", async () => {
    const { rows } = await source.db.execute<{ table: string; columns: string[] }>(sql`
      SELECT c.table_name AS table, array_agg(c.column_name::text ORDER BY c.column_name::text COLLATE "C") AS columns
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' GROUP BY 1`);
    const known = new Map(
      listTeamTables().map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]),
    );
    expect(rows.map(({ table }) => table).sort()).toEqual([...known.keys(), ...OF_PEOPLE].sort());
    for (const { table, columns } of rows)
      if (!OF_PEOPLE.includes(table)) expect(known.get(table), table).toEqual(columns);
    expect(listTeamTables().every(({ key }) => key.length > 0)).toBe(true);
  });

  it("brings everything over byte for byte, batch after batch, and the accounts of its people", async () => {
    const { team, ann, bob } = await fillTeam(1_203);
    const other = await fillTeam(3);
    const content = await contentOf(source, team.id);
    for (const rows of Object.values(content)) expect(rows.length).toBeGreaterThan(0);
    const counts = await copyTeam(source.db, target.db, team);
    expect(counts.get("activity_events")).toBe(1_203);
    expect(await contentOf(target, team.id)).toEqual(content);
    expect(await contentOf(source, team.id)).toEqual(content);
    expect((await contentOf(target, other.team.id)).teams).toEqual([]);
    const there = await target.db.select().from(users);
    const here = await source.db.select().from(users);
    expect(there).toHaveLength(2);
    for (const { id } of [ann, bob]) {
      expect(there.find((one) => one.id === id)).toEqual(here.find((one) => one.id === id));
    }
    const filter = { q: "deploy -docs", type: { any: ["task.*"], not: [] } };
    const page = await listActivities(source.db, team, { filter, budgetMs: 60_000 });
    expect(page.items.length).toBeGreaterThan(0);
    expect(await listActivities(target.db, team, { filter, budgetMs: 60_000 })).toEqual(page);
  });

  it("gives people who have an account there theirs, whatever its id", async () => {
    const { team, ann, bob } = await fillTeam(1);
    const [known, namesake] = [person(ann.email), { ...person(), id: bob.id }];
    await target.db.insert(users).values([known, namesake]);
    await copyTeam(source.db, target.db, team);
    const rows = await target.db
      .select({ email: users.email, id: users.id, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.teamId, team.id));
    expect(rows.toSorted((a, b) => b.role.localeCompare(a.role))).toEqual([
      { email: ann.email, id: known.id, role: "owner" },
      { email: bob.email, id: expect.not.stringMatching(bob.id), role: "member" },
    ]);
    const keys = await target.db.select({ by: apiKeys.createdBy }).from(apiKeys).where(eq(apiKeys.teamId, team.id));
    expect(keys.map(({ by }) => by).sort()).toEqual([known.id, null].sort());
  });

  it("refuses a team that is there already, by id or by name, and leaves it as it is", async () => {
    const { team } = await fillTeam(2);
    await copyTeam(source.db, target.db, team);
    const content = await contentOf(target, team.id);
    await expect(copyTeam(source.db, target.db, team)).rejects.toThrow("is there already");
    expect(await contentOf(target, team.id)).toEqual(content);
    const { team: other } = await fillTeam(2);
    await target.db.insert(teams).values({ id: randomUUID(), slug: other.slug, name: "Another" });
    await expect(copyTeam(source.db, target.db, other)).rejects.toMatchObject({ code: "conflict" });
    expect((await contentOf(target, other.id)).activity_events).toEqual([]);
  });

  it("takes everything back when something did not arrive as it was sent", async () => {
    const { team, ann } = await fillTeam(30);
    await target.db.execute(sql`
      CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := NEW.name || '!'; RETURN NEW; END $$`);
    await target.db.execute(sql`CREATE TRIGGER spoil BEFORE INSERT ON entities FOR EACH ROW EXECUTE FUNCTION spoil()`);
    await expect(copyTeam(source.db, target.db, team)).rejects.toThrow("entities did not arrive as it was sent");
    await target.db.execute(sql`DROP TRIGGER spoil ON entities`);
    for (const rows of Object.values(await contentOf(target, team.id))) expect(rows).toEqual([]);
    expect(await target.db.select().from(users).where(eq(users.id, ann.id))).toEqual([]);
    await copyTeam(source.db, target.db, team);
    expect(await contentOf(target, team.id)).toEqual(await contentOf(source, team.id));
  });
});
