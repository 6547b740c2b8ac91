/** For tests of isolation: runs a query for two teams of twins as it is, and as if one of its conditions on a team were missing. */
import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PoolClient } from "pg";
import { createUser } from "../../queries/users/create-user";
import * as schema from "../../schema";
import { openEmptyDatabase } from "../empty-database";
import { createFullTeam, type FullTeam } from "./full-team";
import type { Probe } from "./settings-probes";
import { copyRows, dumpTeams, markedHash, ownId, type TeamRow } from "./twin-teams";

/** Hashes, without what is new at every call. */
export interface Outcome {
  /** Of what a query gave, or how it failed, and of what its own team then has. */
  own: string;
  /** Of what all other teams then have. */
  others: string;
}

export interface IsolationLab {
  client: PoolClient;
  /** A team asks for what both have under the same ids, and for what only the other has; both teams do. */
  scenes: readonly FullTeam[];
  /** Runs a probe and takes back what it did. `rewrite` changes its statements, `before` the database. */
  run(probe: Probe, at: FullTeam, options?: { rewrite?: (text: string) => string; before?: string }): Promise<Outcome>;
  /** What `others` is while nothing happens to them. */
  untouched(at: FullTeam): string;
  close(): Promise<void>;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;
const EPOCH = /(?<="epoch":\s?")[0-9a-f]{12}(?=")/g;

/** The same rows as another team, or another part of a team, bears them. */
function bornBy(full: FullTeam, teamId: string, mark: string): FullTeam {
  const hashes = {
    keyHash: markedHash(full.keyHash, mark),
    linkHash: markedHash(full.linkHash, mark),
    tokenHash: markedHash(full.tokenHash, mark),
    invitationHash: markedHash(full.invitationHash, mark),
  };
  return { ...full, ...hashes, teamId, slug: `${full.slug}-${mark}`, alias: `${full.alias}-${mark}` };
}

/** What the team `asking` asks for when it names what only the other has. */
function foreign(full: FullTeam, asking: FullTeam, mark: string, userId: string): FullTeam {
  const own = (id: string) => ownId(id, mark);
  const marked = (key: string) => `${key}-${mark}`;
  const ids = ["actorId", "entityId", "keyId", "linkId", "feedId", "tokenId", "invitationId"] as const;
  const more = ["integrationId", "otherIntegrationId", "logId", "viewId", "ownViewId"] as const;
  const ended = [
    "endedKeyId",
    "endedLinkId",
    "endedFeedId",
    "endedTokenId",
    "endedInvitationId",
    "endedIntegrationId",
  ] as const;
  const keys = ["actorKey", "entityKey", "feedSlug", "deliveryId", "idempotencyKey"] as const;
  const changed = [
    ...[...ids, ...more, ...ended].map((name) => [name, own(full[name])]),
    ...keys.map((name) => [name, marked(full[name])]),
  ];
  return {
    ...bornBy(full, asking.teamId, mark),
    ...Object.fromEntries(changed),
    activities: full.activities.map(own),
    ...{ slug: asking.slug, userId, memberId: userId },
  };
}

/** A value as JSON: maps as lists of pairs, lists in the order of their texts. */
function asText(value: unknown, settled: (text: string) => string): string {
  const plain = JSON.stringify(value, (_, one: unknown) => (one instanceof Map ? [...one] : one));
  return JSON.stringify(JSON.parse(settled(plain)), (_, one: unknown) =>
    Array.isArray(one) ? one.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : one,
  );
}

/** Makes the two teams in a database of their own. */
export async function openIsolationLab(): Promise<IsolationLab> {
  const driver = await openEmptyDatabase();
  const client = await driver.pool.connect();
  let rewrite = (text: string) => text;
  const watched = new Proxy(client, {
    get: (target, name) =>
      name === "query"
        ? (config: { text: string }, values: unknown[]) =>
            target.query({ ...config, text: rewrite(config.text) }, values)
        : Reflect.get(target, name),
  });
  const db = drizzle(watched, { schema });

  const full = await createFullTeam(db);
  const [, , third = "", fourth = ""] = full.activities;
  const twinId = ownId(full.teamId, "twin");
  await copyRows(client, {
    fromId: full.teamId,
    teamId: twinId,
    mark: "b",
    hasOwnIds: false,
    ahead: 1,
    swap: [third, fourth],
  });
  const twin = bornBy(full, twinId, "b");
  const user = async (name: string) => createUser(db, { name, email: `${name}@example.test`, passwordHash: "none" });
  const [onlyA, onlyB] = [await user("only-a"), await user("only-b")];
  // From a copy of its first rows each, so that neither copies the other's.
  await copyRows(client, {
    fromId: twinId,
    teamId: twinId,
    mark: "onlyb",
    hasOwnIds: true,
    ahead: 2_000,
    userId: onlyB,
    strangerId: onlyA,
  });
  await copyRows(client, {
    fromId: full.teamId,
    teamId: full.teamId,
    mark: "onlya",
    hasOwnIds: true,
    ahead: 1_000,
    userId: onlyA,
    strangerId: onlyB,
  });
  const scenes = [full, twin, foreign(twin, full, "onlyb", onlyB), foreign(full, twin, "onlya", onlyA)];

  const known = (await dumpTeams(client)).map(({ text }) => text).join("\n");
  const knownIds = new Set(known.match(UUID) ?? []);
  const knownTimes = new Set((known.match(INSTANT) ?? []).map((text) => Date.parse(text)));
  const knownEpochs = new Set(known.match(EPOCH) ?? []);
  const settled = (text: string) =>
    text
      .replace(UUID, (id) => (knownIds.has(id) ? id : "new id"))
      .replace(INSTANT, (at) => (knownTimes.has(Date.parse(at)) || !isRecent(at) ? at : "now"))
      .replace(EPOCH, (epoch) => (knownEpochs.has(epoch) ? epoch : "new epoch"));

  const outcomeOf = (at: FullTeam, result: string, rows: TeamRow[]): Outcome => {
    const hashOf = (isOwn: boolean, first: string) => {
      const texts = rows.filter(({ teamId }) => (teamId === at.teamId) === isOwn).map(({ text }) => settled(text));
      return createHash("sha256")
        .update([first, ...texts.sort()].join("\n"))
        .digest("hex");
    };
    return { own: hashOf(true, result), others: hashOf(false, "") };
  };

  const before = await dumpTeams(client);
  return {
    client,
    untouched: (at) => outcomeOf(at, "", before).others,
    scenes,
    async run(probe, at, options = {}) {
      await client.query("BEGIN");
      try {
        if (options.before) await client.query(options.before);
        rewrite = options.rewrite ?? rewrite;
        const result = await probe(db, at).finally(() => {
          rewrite = (text) => text;
        });
        return outcomeOf(at, asText(result ?? null, settled), await dumpTeams(client));
      } catch (error) {
        const reason = error instanceof Error ? (error.cause ?? error) : error;
        return { own: `failed: ${reason}`, others: "untouched" };
      } finally {
        await client.query("ROLLBACK");
      }
    },
    close: async () => {
      client.release();
      await driver.close();
    },
  };
}

/** Within a week of now: stamped by the call itself, or so many hours after it. */
function isRecent(at: string): boolean {
  return Math.abs(Date.parse(at) - Date.now()) < 7 * 24 * 3_600_000;
}
