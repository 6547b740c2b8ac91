import { describe, expect, it } from "vitest";
import { z } from "zod";
import config from "@/next.config.mjs";
import { config as proxyConfig } from "@/proxy.host";
import { isPage, PUBLIC_CACHE, pageHeaders, pagePolicy } from "./security-headers";
import { EVENT } from "./testing/events";
import { testServer } from "./testing/test-server";

const server = testServer();
const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": expect.stringContaining("camera=()"),
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-robots-tag": "noindex",
};

describe("every answer of the API", () => {
  it("has them, whether it is what was asked for, made, refused or nothing", async () => {
    const team = await server.createTeam();
    const keys = `/api/teams/${team.slug}/keys`;
    const made = await server.call("POST", keys, { cookie: team.cookie, json: { name: "K", scopes: ["read"] } });
    const { id } = z.object({ id: z.string() }).loose().parse(made.body);
    const answers = [
      [await server.call("GET", keys, { cookie: team.cookie }), "private, no-cache"],
      [await server.call("GET", team.activities, { key: team.key }), "private, no-cache"],
      [made, "no-store"],
      [await server.call("POST", team.activities, { key: team.key, json: EVENT }), "no-store"],
      [await server.call("DELETE", `${keys}/${id}`, { cookie: team.cookie }), "no-store"],
      [await server.call("GET", team.activities), "no-store"],
      [await server.call("POST", team.activities, { key: team.key, json: {} }), "no-store"],
      [await server.call("GET", "/api/openapi.json"), "public, max-age=300"],
      [await server.call("GET", "/api/health"), "private, no-cache"],
    ] as const;
    for (const [{ headers, status }, cache] of answers) {
      expect({ status, ...Object.fromEntries(headers) }).toMatchObject({ ...EVERYWHERE, "cache-control": cache });
    }
  });

  it("of a stream has them too", async () => {
    const team = await server.createTeam();
    const abort = new AbortController();
    const { headers } = await server.fetch("GET", `${team.activities}/stream`, { key: team.key, signal: abort.signal });
    abort.abort();
    expect(Object.fromEntries(headers)).toMatchObject({ ...EVERYWHERE, "cache-control": "no-cache, no-transform" });
  });

  it("asks for TLS from then on when it came by TLS, and only then", async () => {
    const team = await server.createTeam();
    const asked = async (headers: Record<string, string>) =>
      (await server.call("POST", team.activities, { key: team.key, json: EVENT, headers })).headers.get(
        "strict-transport-security",
      );
    expect(await asked({})).toBeNull();
    expect(await asked({ "x-forwarded-proto": "http" })).toBeNull();
    // The lanes believe this of a trusted proxy only, and there is none here.
    expect(await asked({ "x-forwarded-proto": "https" })).toBe(server.door === "web" ? "max-age=63072000" : null);
  });
});

describe("a page", () => {
  it("is its reader's own and not for search engines, but for public feeds", async () => {
    for (const path of ["/", "/acme", "/acme/settings/keys", "/p", "/p/acme", "/p/a/b/c", "/sign-in"]) {
      expect(pageHeaders(path, false)).toMatchObject({
        "cache-control": "private, no-cache",
        "x-robots-tag": "noindex",
      });
    }
    expect(pageHeaders("/s/token", false)).toMatchObject({
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
    });
    const open = pageHeaders("/p/acme/releases", false);
    expect(open["cache-control"]).toBeUndefined();
    const rules = (await config.headers?.()) ?? [];
    expect(rules.find(({ source }) => source === "/p/:team/:feed")).toEqual({
      source: "/p/:team/:feed",
      missing: [{ type: "header", key: "rsc" }],
      headers: [{ key: "Cache-Control", value: PUBLIC_CACHE }],
    });
    expect(open["x-robots-tag"]).toBeUndefined();
    expect(pageHeaders("/", true)["strict-transport-security"]).toBe("max-age=63072000");
  });

  it("is the same to both doors", () => {
    const matcher = new RegExp(`^${proxyConfig.matcher[0]}$`);
    const pages = [
      "/",
      "/acme",
      "/api",
      "/apis/x",
      "/p/acme/releases",
      "/p/acme/feed.atom",
      "/favicon.ico",
      "/_nextup",
    ];
    const others = ["/api/health", "/_next/static/a.js", "/p/acme/releases/feed.atom", "/p/acme/releases/feed.json"];
    for (const path of [...pages, ...others]) {
      expect([path, isPage(path)]).toEqual([path, pages.includes(path)]);
      expect([path, matcher.test(path)]).toEqual([path, pages.includes(path)]);
    }
  });

  it("runs scripts by its nonce only, and text as code never but in development", () => {
    const policy = pagePolicy("abc", false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
    expect(/script-src[^;]*unsafe-inline/.test(policy)).toBe(false);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(part);
    }
    // Pictures and videos of events are shown from wherever they are; no other content of other sites is.
    expect(policy.match(/[\w-]+(?= [^;]*https:)/g)).toEqual(["img-src", "media-src"]);
    expect(pagePolicy("abc", true)).toContain("'unsafe-eval'");
  });

  it("'s scripts and styles are framed by nobody, and taken for nothing else", async () => {
    const rules = (await config.headers?.()) ?? [];
    expect(rules.find(({ source }) => source === "/_next/:path*")?.headers).toEqual([
      { key: "X-Content-Type-Options", value: "nosniff" },
      { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
    ]);
  });
});
