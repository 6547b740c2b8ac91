import { expect, test } from "@playwright/test";
import { Server } from "./support/server";

const EMAIL = "ada@acme.example";
const PASSWORD = "correct horse battery";

/** What the server sets, by name: the value and the attributes. */
function cookiesOf(answer: Response): Map<string, { value: string; attributes: string[] }> {
  const lines = answer.headers.getSetCookie().map((line) => line.split("; "));
  return new Map(
    lines.map(([pair = "", ...attributes]) => {
      const equals = pair.indexOf("=");
      return [pair.slice(0, equals), { value: pair.slice(equals + 1), attributes }];
    }),
  );
}

test("files of the server beside its build are nobody's to read", async () => {
  const server = await Server.start();
  try {
    const asked = [
      "/.git/config",
      "/.git/HEAD",
      "/.env",
      "/package.json",
      "/server.mjs",
      "/.data/secret",
      "/%2e%2e/env.ts",
    ];
    const folders = ["/_next/", "/_next/static/", "/_next/static/chunks", "/public", "/api/"];
    for (const path of [...asked, ...folders]) {
      const answer = await fetch(`${server.origin}${path}`);
      // What has the form of a team's address leads to signing in, as every team's does for a stranger.
      if (answer.ok) expect(new URL(answer.url).pathname).toBe("/sign-in");
      else expect(answer.status).toBe(404);
      expect(await answer.text()).not.toMatch(
        /repositoryformatversion|refs\/heads|"dependencies"|createServer|Index of|chunks\/</,
      );
    }
  } finally {
    await server.stop();
  }
});

test("behind https every cookie is this host's alone, every answer asks for TLS, and no other site's page changes anything", async () => {
  const server = await Server.start({ NEXTAUTH_URL: "https://feed.example" });
  try {
    const call = (path: string, init: RequestInit = {}) =>
      fetch(`${server.origin}${path}`, { redirect: "manual", ...init });
    const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      call(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
    const setupToken = /\/setup\?token=(\S+)/.exec(server.output)?.[1];
    const person = { name: "Ada", email: EMAIL, password: PASSWORD, teamName: "Acme" };
    const setUp: { team: string } = await (await postJson("/api/setup", { token: setupToken, ...person })).json();

    const form = await call("/api/auth/csrf");
    const { csrfToken }: { csrfToken: string } = await form.clone().json();
    const formCookie = [...cookiesOf(form)].map(([name, { value }]) => `${name}=${value}`).join("; ");
    const signedIn = await call("/api/auth/callback/credentials", {
      method: "POST",
      headers: { cookie: formCookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, email: EMAIL, password: PASSWORD, callbackUrl: "/" }),
    });
    const all = [...cookiesOf(form), ...cookiesOf(signedIn)];
    expect(new Set(all.map(([name]) => name))).toEqual(
      new Set(["csrf-token", "callback-url", "session-token"].map((name) => `__Host-next-auth.${name}`)),
    );
    for (const [, { attributes }] of all) {
      expect(attributes).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]));
      expect(attributes.join()).not.toContain("Domain");
    }

    const cookie = `__Host-next-auth.session-token=${cookiesOf(signedIn).get("__Host-next-auth.session-token")?.value}`;
    const keys = `/api/teams/${setUp.team}/keys`;
    const [page, api] = [
      await call(`/${setUp.team}`, { headers: { cookie } }),
      await call(keys, { headers: { cookie } }),
    ];
    expect([page.status, api.status]).toEqual([200, 200]);
    for (const answer of [form, signedIn, page, api, await call("/no/such/page"), await call(keys)]) {
      expect(answer.headers.get("strict-transport-security")).toBe("max-age=63072000");
      expect(answer.headers.get("referrer-policy")).toBe("same-origin");
      expect(answer.headers.get("x-frame-options")).toBe("DENY");
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
    const script = /\/_next\/static\/\S+?\.js/.exec(await page.text())?.[0] ?? "";
    expect((await call(script)).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");

    const planted = cookie.replace("__Host-", "");
    expect((await call(keys, { headers: { cookie: planted } })).status).toBe(401);
    const key = { name: "K", scopes: ["read"] };
    for (const origin of ["https://evil.example", "https://evil.feed.example", "null"]) {
      expect((await postJson(keys, key, { cookie, origin })).status).toBe(403);
    }
    expect((await postJson(keys, key, { cookie, origin: "https://feed.example" })).status).toBe(201);
  } finally {
    await server.stop();
  }
});
