import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll } from "vitest";
import { issueKey } from "@/auth/keys/issue-key";
import { foundTeam } from "@/auth/team/found-team";
import type { Driver } from "@/db/drivers/driver";
import type { Scope } from "@/db/queries/keys/list-keys-by-hash";
import { createUser } from "@/db/queries/users/create-user";
import { listUsers } from "@/db/queries/users/list-users";
import { openTestDatabase } from "@/db/testing/test-database";
import { type Env, env } from "@/env";
import { closeAllStreams } from "@/stream/lifetime";
import { type NodeDoor, openNodeDoor, testDoor } from "./node-door";
import { listRoutes, listRoutesBelow, loadRoute, matchRoute } from "./routes";

/** Which door the calls go through; `npm test` runs the suite through both. */
const door = testDoor();
const ORIGIN = "http://localhost:3000";
const SECRET = "a secret of tests only, 32 characters and more";
const DATABASE = Symbol.for("las.database");

/** A request that is collected as garbage no longer hears its caller's signal (undici); each is kept as long as that. */
const kept = new WeakMap<AbortSignal, Request[]>();

/** What a test sends. `json` becomes the body with its content type; `key` the bearer; `cookie` a session from our own pages. */
export interface TestCall {
  headers?: Record<string, string>;
  key?: string;
  cookie?: string;
  json?: unknown;
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  signal?: AbortSignal;
}

export interface TestAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  body: unknown;
}

/** A team with a key of every scope and its owner's session. */
export interface TestTeam {
  id: string;
  slug: string;
  /** Where its activities are posted and listed. */
  activities: string;
  key: string;
  userId: string;
  cookie: string;
}

export interface TestServer {
  readonly driver: Driver;
  readonly door: "web" | "node";
  /** One call through the door under test: the web door, or, with TEST_DOOR=node, a socket and the lanes. Gives the untouched response, for streams. */
  fetch(method: string, path: string, call?: TestCall): Promise<Response>;
  call(method: string, path: string, call?: TestCall): Promise<TestAnswer>;
  createTeam(options?: { isSample?: boolean }): Promise<TestTeam>;
  createKey(team: TestTeam, scopes: Scope[]): Promise<string>;
}

function toRequest(method: string, path: string, call: TestCall): Request {
  const headers = new Headers(call.headers);
  if (call.key !== undefined) headers.set("authorization", `Bearer ${call.key}`);
  if (call.cookie !== undefined) {
    headers.set("cookie", call.cookie);
    headers.set("host", new URL(ORIGIN).host);
    if (!headers.has("origin")) headers.set("origin", ORIGIN);
  }
  if (call.json !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
  const body = call.json === undefined ? call.body : JSON.stringify(call.json);
  const init = { method, headers, body, signal: call.signal, duplex: "half" };
  const request = new Request(new URL(path, ORIGIN), init);
  // A text without a type would be sent as text/plain; a client that names none is another case.
  if (call.json === undefined && !headers.has("content-type")) request.headers.delete("content-type");
  if (call.signal !== undefined) kept.set(call.signal, [...(kept.get(call.signal) ?? []), request]);
  return request;
}

function parsed(text: string, type: string): unknown {
  return /^application\/([a-z]+\+)?json\b/.test(type) ? JSON.parse(text) : undefined;
}

/**
 * The whole server below its sockets, for the tests of one file: real route files, a real database, nothing replaced.
 * `settings` are environment variables as `env.ts` would have read them.
 */
export function testServer(settings: Partial<Env> = {}): TestServer {
  const globals = globalThis as { [DATABASE]?: Promise<Driver> | undefined };
  let driver: Driver | undefined;
  let node: NodeDoor | undefined;
  const open = () => {
    if (driver === undefined) throw new Error("the test server is not open");
    return driver;
  };

  beforeAll(async () => {
    Object.assign(env, { NEXTAUTH_SECRET: SECRET, RATE_LIMIT: null, ...settings });
    driver = await openTestDatabase();
    globals[DATABASE] = Promise.resolve(driver);
    if (door === "node") node = await openNodeDoor();
  });
  afterAll(async () => {
    await closeAllStreams();
    await node?.close();
    globals[DATABASE] = undefined;
    await driver?.close();
  });

  const fetchRoute: TestServer["fetch"] = async (method, path, call = {}) => {
    const request = toRequest(method, path, call);
    const { pathname } = new URL(request.url);
    const direct = await node?.fetch(request);
    if (direct) return direct;
    for (const route of [...(await listRoutes()), ...(await listRoutesBelow("p"))]) {
      const params = matchRoute(route, pathname);
      if (params === null) continue;
      const answer = (await loadRoute(route)).get(method);
      return answer === undefined
        ? new Response(null, { status: 405 })
        : answer(request, { params: Promise.resolve(params) });
    }
    return new Response(null, { status: 404 });
  };

  return {
    door,
    get driver() {
      return open();
    },
    fetch: fetchRoute,
    async call(method, path, call) {
      const response = await fetchRoute(method, path, call);
      const text = await response.text();
      const body = parsed(text, response.headers.get("content-type") ?? "");
      return { status: response.status, headers: response.headers, text, body };
    },
    async createTeam({ isSample = false } = {}) {
      const { db } = open();
      const userId = await createUser(db, { name: "Ada", email: `${randomUUID()}@example.test`, passwordHash: "none" });
      const team = await db.transaction((tx) =>
        foundTeam(tx, { name: `Team ${randomUUID().slice(0, 8)}`, ownerId: userId, isSample }),
      );
      const { key } = await issueKey(db, team.id, {
        name: "Tests",
        scopes: ["capture", "read", "admin"],
        createdBy: userId,
      });
      const sessionVersion = (await listUsers(db, [userId]))[0]?.sessionVersion;
      const token = await encode({ token: { sub: userId, sessionVersion }, secret: SECRET });
      const cookie = `next-auth.session-token=${token}`;
      return { id: team.id, slug: team.slug, activities: `/api/teams/${team.slug}/activities`, key, userId, cookie };
    },
    async createKey(team, scopes) {
      return (await issueKey(open().db, team.id, { name: "Tests", scopes, createdBy: team.userId })).key;
    },
  };
}
