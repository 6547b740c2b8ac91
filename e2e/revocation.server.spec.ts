import { type APIRequestContext, expect, test } from "@playwright/test";
import { type Account, send, setUp } from "./support/api";
import { join, signIn } from "./support/fixtures";
import { createDatabase, dropDatabase } from "./support/postgres";
import { Server } from "./support/server";

/** A second, on every server; open streams of shared links end within five. */
const REFUSED_MS = 1_000;
const LINK_ENDS_MS = 5_000;

interface Made {
  id: string;
  url: string;
  key: string;
}

/** Somebody who reads from the second server, and how the first one takes that away. */
interface Reader {
  /** What is read, without and with `/stream`. */
  path: string;
  headers: Record<string, string>;
  refusal: number;
  streamEndsMs: number;
  revoke(): Promise<{ status(): number }>;
}

let url: string;
let servers: Server[] = [];
test.beforeEach(async () => {
  url = await createDatabase();
});
test.afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
  await dropDatabase(url);
});

async function start(): Promise<Server> {
  const server = await Server.start({
    DATABASE_URL: url,
    NEXTAUTH_SECRET: "a secret of the browser stories, long enough",
  });
  servers.push(server);
  return server;
}

/** A member, signed in; their id, and the cookies they were given. */
async function joinAsBo(owner: APIRequestContext, account: Account, guest: APIRequestContext) {
  const { id } = await join({ request: owner }, { request: guest }, account, { name: "bo", role: "member" });
  const { cookies } = await guest.storageState();
  return { id, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
}

const KINDS: Record<string, (owner: APIRequestContext, guest: APIRequestContext, account: Account) => Promise<Reader>> =
  {
    session: async (owner, guest, account) => {
      const { cookie } = await joinAsBo(owner, account, guest);
      const sessions = `${account.server.origin}/api/account/sessions`;
      const { items }: { items: { id: string; isCurrent: boolean }[] } = await (await guest.get(sessions)).json();
      const own = items.find(({ isCurrent }) => isCurrent)?.id;
      const revoke = () => guest.delete(`${sessions}/${own}`, { headers: { origin: account.server.origin } });
      return {
        path: `/api/teams/${account.team}/activities`,
        headers: { cookie },
        refusal: 401,
        streamEndsMs: REFUSED_MS,
        revoke,
      };
    },
    member: async (owner, guest, account) => {
      const { id, cookie } = await joinAsBo(owner, account, guest);
      const { origin } = account.server;
      const revoke = () => owner.delete(`${origin}/api/teams/${account.team}/members/${id}`, { headers: { origin } });
      return {
        path: `/api/teams/${account.team}/activities`,
        headers: { cookie },
        refusal: 404,
        streamEndsMs: REFUSED_MS,
        revoke,
      };
    },
    key: async (owner, _, account) => {
      const path = `/api/teams/${account.team}/keys`;
      const { id, key } = await send<Made>(owner, account, path, { name: "Reader", scopes: ["read"] });
      const { origin } = account.server;
      const revoke = () => owner.delete(`${origin}${path}/${id}`, { headers: { origin } });
      const headers = { authorization: `Bearer ${key}` };
      return { path: `/api/teams/${account.team}/activities`, headers, refusal: 401, streamEndsMs: REFUSED_MS, revoke };
    },
    link: async (owner, _, account) => {
      const path = `/api/teams/${account.team}/links`;
      const { id, url: address } = await send<Made>(owner, account, path, { name: "Outside" });
      const { origin } = account.server;
      const revoke = () => owner.delete(`${origin}${path}/${id}`, { headers: { origin } });
      const token = address.split("/").at(-1);
      return { path: `/api/shared/${token}/activities`, headers: {}, refusal: 404, streamEndsMs: LINK_ENDS_MS, revoke };
    },
  };

for (const [kind, make] of Object.entries(KINDS)) {
  test(`a ${kind} revoked on one server is refused by the other within a second, and its stream there ends`, async ({
    playwright,
  }) => {
    const [first, second] = [await start(), await start()];
    const account = await setUp(first);
    const [owner, guest] = [await playwright.request.newContext(), await playwright.request.newContext()];
    await signIn({ request: owner }, account);
    const { path, headers, refusal, streamEndsMs, revoke } = await make(owner, guest, account);
    const read = async () => (await fetch(`${second.origin}${path}`, { headers })).status;
    expect(await read()).toBe(200);
    const stream = await fetch(`${second.origin}${path}/stream`, { headers });
    expect(stream.status).toBe(200);
    let isOpen = true;
    const ended = stream.text().finally(() => {
      isOpen = false;
    });

    expect((await revoke()).status()).toBe(204);
    const revokedAt = performance.now();
    const at = (ms: number) =>
      new Promise((done) => setTimeout(done, Math.max(0, ms - (performance.now() - revokedAt))));
    await at(REFUSED_MS);
    expect(await read()).toBe(refusal);
    await at(streamEndsMs);
    expect(isOpen).toBe(false);
    expect(await ended).toContain("event: ready");
    await owner.dispose();
    await guest.dispose();
  });
}
