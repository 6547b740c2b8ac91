import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedLinks } from "@/db/schema";
import { Made, tokenOf } from "./testing/made";
import { listRoutes, listRoutesBelow, loadRoute } from "./testing/routes";
import { signInAs } from "./testing/sign-in";
import { type TestTeam, testServer } from "./testing/test-server";

const server = testServer();
let team: TestTeam;
let made: Made;
let cookie: string;

beforeAll(async () => {
  team = await server.createTeam();
  cookie = (await signInAs(server.driver.db, team.userId)).cookie;
  made = new Made(server, team, { cookie });
});

/** How an address that is a secret of its own comes to its end. */
const ENDS: Record<string, () => Promise<Record<string, string>>> = {
  "a revoked link": async () => {
    const { id, url } = await made.link();
    await made.call("DELETE", `/links/${id}`);
    return { token: tokenOf(url) };
  },
  "an expired link": async () => {
    const { id, url } = await made.link();
    const { db } = server.driver;
    await db
      .update(sharedLinks)
      .set({ expiresAt: new Date(0) })
      .where(eq(sharedLinks.id, id));
    return { token: tokenOf(url) };
  },
  "a revoked feed reader": async () => {
    const { id, atomUrl } = await made.reader();
    await made.call("DELETE", `/reader-tokens/${id}`);
    return { token: tokenOf(atomUrl) };
  },
  "a feed that is off": async () => {
    const { id, slug } = await made.feed();
    await made.call("PUT", `/feeds/${id}`, { isOn: false });
    return { feed: slug };
  },
  "a deleted feed": async () => {
    const { id, slug } = await made.feed();
    await made.call("DELETE", `/feeds/${id}`);
    return { feed: slug };
  },
  "a deleted integration": async () => {
    const { id: integration } = await made.integration();
    await made.call("DELETE", `/integrations/${integration}`);
    return { integration };
  },
};
/** Which ends there are to an address, by the beginning of its path. */
const ENDS_OF: [start: string, ends: string[]][] = [
  ["/api/shared/", ["a revoked link", "an expired link"]],
  ["/api/feeds/", ["a revoked feed reader"]],
  ["/p/", ["a feed that is off", "a deleted feed"]],
  ["/api/webhooks/", ["a deleted integration"]],
];
/** Calls of addresses with a secret or a name that comes to an end. */
const secrets = (
  await Promise.all(
    [...(await listRoutes()), ...(await listRoutesBelow("p"))].map(async (route) =>
      [...(await loadRoute(route)).keys()].map((method) => ({ method, path: route.path })),
    ),
  )
)
  .flat()
  .filter(({ method, path }) => method !== "OPTIONS" && /\{(token|feed|integration)\}/.test(path));

describe.each(secrets)("$method $path", ({ method, path }) => {
  const ends = ENDS_OF.find(([start]) => path.startsWith(start))?.[1] ?? ["has no row"];
  it.each(ends)("answers %s with 404, whoever asks", async (end) => {
    const make = ENDS[end];
    if (make === undefined) throw new Error("it is not said how this address ends");
    const values: Record<string, string> = { team: team.slug, ...(await make()) };
    const address = path.replace(/\{(\w+)\}/g, (_, part: string) => values[part] ?? "");
    const body = method === "GET" ? {} : { json: {} };
    for (const call of [body, { ...body, cookie }]) expect((await server.call(method, address, call)).status).toBe(404);
  });
});
