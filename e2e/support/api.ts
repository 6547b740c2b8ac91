import type { APIRequestContext } from "@playwright/test";
import type { Server } from "./server";

/** A team on a server, with its first member and a key that captures and reads. */
export interface Account {
  server: Pick<Server, "origin">;
  team: string;
  key: string;
  email: string;
  password: string;
}

/** An event as the API takes it. */
export interface PostedEvent {
  eventType: string;
  actor: { id: string; name?: string; kind?: string };
  entity: { type: string; id: string; name?: string };
  timestamp?: string;
  source?: string;
  metadata?: unknown;
  isImportant?: boolean;
  idempotencyKey?: string;
}

/** What the stories need to know of a stored activity. */
export interface Stored {
  id: string;
  seq: number;
  entityKey: string;
  entityName: string;
  message: string;
}

/** Uses the set-up link over HTTP: the first account and team of a server. */
export async function setUp(server: Server): Promise<Account> {
  const email = "ada@acme.example";
  const password = "correct horse battery";
  const token = new URL(server.setupUrl).searchParams.get("token");
  const answer = await fetch(`${server.origin}/api/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, name: "Ada Park", email, password, teamName: "Acme Platform" }),
  });
  if (answer.status !== 201) throw new Error(`set-up failed: ${await answer.text()}`);
  const { team, key }: { team: string; key: string } = await answer.json();
  return { server, team, key, email, password };
}

/** Calls the team's API with its key; `path` starts after the team. */
export function call(
  account: Account,
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${account.server.origin}/api/teams/${account.team}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${account.key}`, ...init.headers },
  });
}

/** Posts one event; gives the stored activity. */
export async function post(account: Account, event: PostedEvent): Promise<Stored> {
  const answer = await call(account, "/activities", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event),
  });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return await answer.json();
}

/** Posts a batch; throws unless every event was stored. */
export async function postAll(account: Account, events: PostedEvent[]): Promise<void> {
  const answer = await call(account, "/activities", {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body: events.map((event) => JSON.stringify(event)).join("\n"),
  });
  const { results }: { results: { status: number }[] } = await answer.json();
  if (results.some(({ status }) => status !== 201))
    throw new Error(`not all stored: ${JSON.stringify(results).slice(0, 500)}`);
}

/** The whole list of a query, newest first, page by page. */
export async function listAll(account: Account, query: Record<string, string> = {}): Promise<Stored[]> {
  const items: Stored[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const params = new URLSearchParams({ ...query, limit: "200", ...(cursor === "" ? {} : { cursor }) });
    const answer = await call(account, `/activities?${params}`);
    const page: { items: Stored[]; nextCursor: string | null } = await answer.json();
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** A task event that names itself. */
export function taskEvent(name: string, more: Partial<PostedEvent> = {}): PostedEvent {
  return {
    eventType: "task.created",
    actor: { id: "u_17", name: "John Doe" },
    entity: { type: "task", id: name, name },
    ...more,
  };
}

/** Sends a call as a page of ours does; gives what it answered. */
export async function send<Body>(
  request: APIRequestContext,
  { server }: Account,
  path: string,
  data: unknown,
): Promise<Body> {
  const answer = await request.post(`${server.origin}${path}`, { headers: { origin: server.origin }, data });
  if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
  return await answer.json();
}
