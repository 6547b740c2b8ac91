import { type Account, setUp } from "../../support/api";
import { Server } from "../../support/server";
import type { StoredTable } from "../history";
import type { Cluster } from "./cluster";
import { until } from "./sleep";
import type { Stage } from "./stage";

/** Where writers and readers knock: the server itself, or a proxy before it. */
export interface Target {
  port: number;
  path: string;
  /** The headers that say who is calling. */
  credentials: Record<string, string>;
}

/** The product under test: a server process, its database and one team. */
export interface Product {
  cluster: Cluster;
  database: string;
  server: Server;
  /** What it was started with. */
  env: Record<string, string>;
  account: Account;
  target: Target;
  /** The table as it is now, read past the server. */
  readTable(): Promise<StoredTable>;
  health(): Promise<Health>;
}

/** What GET /api/health says. */
interface Health {
  status: string;
  database: { status: string; reason: string | null };
  listener: { state: string; reason: string | null };
}

/** Where the server is told to find its database, given the database's name. */
export type Addresses = (database: string) => Promise<Record<string, string>>;

/** Starts a server of the production build on a database of its own and makes a team. Its end is left to the stage. */
export async function openProduct(stage: Stage, addresses?: Addresses): Promise<Product> {
  const { cluster } = stage;
  const database = await cluster.createDatabase();
  const env = {
    DATABASE_URL: cluster.url(database),
    DATABASE_URL_UNPOOLED: "",
    NEXTAUTH_SECRET: "a secret of the fault suite, long enough",
    ...stage.env,
    ...(await addresses?.(database)),
  };
  const server = await Server.start(env);
  stage.servers.push(server);
  stage.atEnd(() => server.stop());
  await until("the set-up link", 10_000, () => server.output.includes("/setup?token="));
  const account = await setUp(server);
  return {
    cluster,
    database,
    server,
    env,
    account,
    target: {
      port: server.port,
      path: `/api/teams/${account.team}/activities`,
      credentials: { authorization: `Bearer ${account.key}` },
    },
    readTable: () => readTable(cluster, database),
    health: async () => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/health`);
      return await answer.json();
    },
  };
}

async function readTable(cluster: Cluster, database: string): Promise<StoredTable> {
  const [head] = await cluster.query<{ epoch: string; last_seq: string }>(
    database,
    "SELECT epoch, last_seq FROM team_sequences",
  );
  if (head === undefined) throw new Error("the team is gone");
  const rows = await cluster.query<{
    seq: string;
    id: string;
    entity_key: string;
    event_type: string;
    actor_key: string;
    entity_name: string;
  }>(
    database,
    "SELECT seq, id, entity_key, event_type, actor_key, entity_name FROM activity_events ORDER BY team_id, seq",
  );
  return {
    epoch: head.epoch,
    lastSeq: Number(head.last_seq),
    rows: rows.map((row) => ({
      seq: Number(row.seq),
      id: row.id,
      name: row.entity_key,
      eventType: row.event_type,
      actorKey: row.actor_key,
      entityName: row.entity_name,
    })),
  };
}
