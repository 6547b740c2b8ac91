// What `docs/security.md` says of the whole source, and no single call could show.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { z } from "zod";
import { PASSWORD_LENGTH } from "@/auth/session/password";

const FOLDERS = ["activity", "app", "auth", "components", "db", "handlers", "ingest", "stream"];
const FILES = ["env.ts", "instrumentation.ts", "instrumentation-client.ts", "log.ts", "metrics.ts", "proxy.host.ts"];

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "testing" ? [] : listFiles(path);
    return /\.(tsx?|mjs)$/.test(path) && !/\.test\.tsx?$/.test(path) ? [path] : [];
  });
}

/** What runs in production: path and text, without comments that begin a line. */
const SOURCES = [...FOLDERS.flatMap(listFiles), ...FILES, "server.mjs", "next.config.mjs"].map((path) => ({
  path,
  text: readFileSync(path, "utf8").replaceAll(/^\s*(\/\/|\/?\*).*$/gm, ""),
}));

/** Where a pattern stands: `path: what it found`. */
function find(pattern: RegExp, isAmong = (_path: string) => true): string[] {
  return SOURCES.filter(({ path }) => isAmong(path)).flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`),
  );
}

const isServer = (path: string) => !path.startsWith("components/");

it("calls no address but the fixed ones of GitHub, and those of previews in one place, behind its guard", () => {
  expect(SOURCES.length).toBeGreaterThan(500);
  // The caches of previews fetch by what follows.
  expect(find(/(?<!\bthis\.(?:pages|pictures)\.)\bfetch\(/g, isServer)).toEqual([
    "auth/providers/github-profile.ts: fetch(",
  ]);
  expect(find(/(?:from|import\() ?"(?:node:)?(?:https?|net|tls|dgram|http2|undici|axios)"/g, isServer)).toEqual(
    expect.arrayContaining(['server.mjs: from "node:http"']),
  );
  expect(find(/\brequest\(\{/g, isServer)).toEqual(["handlers/previews/outside/fetch-outside.ts: request({"]);
  expect(find(/\b(?:https?\.(?:get|request)|tls\.connect|dgram\.createSocket|next\/image)\b/g)).toEqual([]);
});

it("lets pages of other sites read public feeds and the API's description, and nothing else", () => {
  expect(find(/access-control-allow[^,}]*/gi)).toEqual([
    'handlers/feeds/public-feed.ts: access-control-allow-origin": "*" ',
    'handlers/service/openapi.ts: access-control-allow-origin": "*" ',
  ]);
});

it("makes secrets by node:crypto alone", () => {
  expect(find(/Math\.random/g, (path) => path.startsWith("auth/"))).toEqual([]);
  const libraries = find(/from "[^"]*(?:crypto|argon2|bcrypt|nacl|sodium|jose|jsonwebtoken)[^"]*"/g);
  expect(new Set(libraries.map((found) => found.split(": ")[1]))).toEqual(
    new Set(['from "node:crypto"', 'from "@node-rs/argon2"']),
  );
  expect(find(/createCipheriv\([^,)]*|createDecipheriv\([^,)]*/g)).toEqual([
    'auth/secrets.ts: createCipheriv("aes-256-gcm"',
    'auth/secrets.ts: createDecipheriv("aes-256-gcm"',
  ]);
});

it("hashes by nothing weaker than SHA-256 but in the signatures of others", () => {
  expect(find(/\b(?:md5|md4|rc4|des-|3des)\b/gi)).toEqual([]);
  expect(find(/createHash\((?!"sha256"\))[^)]*\)/g)).toEqual([]);
  const weaker = find(/"sha1=?"/g).map((found) => found.split(": ")[0] ?? "");
  for (const path of weaker) expect(path).toMatch(/^(activity\/generic|ingest\/integrations)\//);
});

it("turns the validation of certificates off nowhere", () => {
  expect(find(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/g)).toEqual([]);
});

it("writes its log in one place", () => {
  expect(find(/\bconsole\.\w+\(/g, isServer)).toEqual([]);
  expect(find(/\bpino\(/g)).toEqual(["log.ts: pino("]);
  expect(find(/(?:appendFile|createWriteStream)\w*\(/g, isServer)).toEqual([]);
});

it("keeps in a browser the theme, a key on its way to the next page, the last searches, where a list was left and what is switched on or off", () => {
  const stores = find(/\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/g);
  expect(new Set(stores)).toEqual(
    new Set([
      "components/account/new-key.ts: sessionStorage",
      "components/feed/filters/search/search-storage.ts: localStorage",
      "components/feed/scroll/use-place.ts: sessionStorage",
      "components/ui/stored-switch.ts: localStorage",
    ]),
  );
  expect(find(/\bstoredSwitch\("[^"]+"/g)).toEqual([
    'components/feed/notify/choices.ts: storedSwitch("las.notify.desktop"',
    'components/feed/notify/choices.ts: storedSwitch("las.notify.sound"',
    'components/feed/notify/choices.ts: storedSwitch("las.notify.spoken"',
    'components/keyboard/use-switch.ts: storedSwitch("las.shortcuts"',
  ]);
});

it("hands no token of a provider to the browser or the database", () => {
  const isOurs = (path: string) => /^(?:app|auth|components|db|handlers)\//.test(path);
  const uses = find(/\b(?:access_token|refresh_token|accessToken|refreshToken)\b/g, isOurs);
  expect(new Set(uses)).toEqual(new Set(["auth/providers/oauth-providers.ts: access_token"]));
});

it("reaches no test code from its pages and calls", () => {
  const fromTests = /from "[^"]*(?:\/testing\/|\.test"|vitest|playwright|fast-check)[^"]*"/g;
  expect(find(fromTests)).toEqual([]);
});

it("keeps no date by which a password ends", () => {
  expect(find(/password\w*(?:Expires|ExpiresAt|ChangedAt|Age)\b/gi)).toEqual([]);
});

it("masks every field of a password, and lets managers fill it", () => {
  const fields = find(/<Field\b(?:[^>]|=>)*?name="(?:\w+P|p)assword"(?:[^>]|=>)*?\/>/gs);
  expect(fields.length).toBeGreaterThanOrEqual(4);
  expect(find(/name="(?:\w+P|p)assword"/g)).toHaveLength(fields.length);
  for (const field of fields) {
    expect(field).toContain('type="password"');
    expect(field).toMatch(/autoComplete="(?:current|new)-password"/);
  }
  expect(find(/onPaste/g)).toEqual([]);
});

it("has a way to sign out on every page that asks who one is", () => {
  const uses = find(/<SignOut \/>/g).map((found) => found.split(": ")[0]);
  expect(uses.sort()).toEqual(["app/account/page.tsx", "app/teams/new/page.tsx", "components/shell/shell.tsx"]);
  expect(readFileSync("app/[team]/layout.tsx", "utf8")).toContain("<Shell");
});

it("knows more than 3,000 common passwords that are long enough", () => {
  const known = dictionary["passwords-common"].filter((password) => password.length >= PASSWORD_LENGTH.min);
  expect(new Set(known).size).toBeGreaterThan(3_000);
});

it("pins every component by version and hash", () => {
  const locked = z.object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        // Part of the package around it, whose hash is its own.
        inBundle: z.boolean().optional(),
      }),
    ),
  });
  const { packages } = locked.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const components = Object.entries(packages).filter(
    ([path, { inBundle }]) => path.includes("node_modules/") && inBundle !== true,
  );
  expect(components.length).toBeGreaterThan(100);
  for (const [path, { version, integrity }] of components) {
    expect({ path, version, integrity }).toMatchObject({
      version: expect.stringMatching(/^\d/),
      integrity: expect.stringMatching(/^sha512-/),
    });
  }
  const manifest = z.object({ dependencies: z.record(z.string(), z.string().regex(/^\d+\.\d+\.\d+$/)) });
  manifest.parse(JSON.parse(readFileSync("package.json", "utf8")));
});
