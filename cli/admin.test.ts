import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authenticateWith } from "@/auth/authenticate";
import { linkUser } from "@/auth/links/sign-in-link";
import { decryptSecret } from "@/auth/secrets";
import { verifyPassword } from "@/auth/session/password";
import type { Driver } from "@/db/drivers/driver";
import { openEmbeddedDriver } from "@/db/drivers/embedded";
import { listIntegrationsById } from "@/db/queries/integrations/get-integration";
import { listMemberships } from "@/db/queries/teams/list-memberships";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { env } from "@/env";

const SECRET = "a secret of tests only";
const directory = mkdtempSync(join(tmpdir(), "las-admin-"));
const dataDir = join(directory, "data");
afterAll(() => rmSync(directory, { recursive: true }));

async function admin(...args: string[]) {
  const { DATABASE_URL, TEST_DATABASE_URL, ...rest } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "cli/admin.ts", ...args], {
    env: {
      ...rest,
      DATA_DIR: dataDir,
      NEXTAUTH_SECRET: SECRET,
      NEXTAUTH_URL: "https://feed.example",
      LOG_LEVEL: "trace",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { out, complaint, code };
}

/** Runs a command that must succeed: one line of JSON and not a word more. */
async function line(...args: string[]): Promise<Record<string, string>> {
  const { out, complaint, code } = await admin(...args);
  expect({ code, complaint }).toEqual({ code: 0, complaint: "" });
  expect(out).toMatch(/^\{[^\n]*\}\n$/);
  return JSON.parse(out);
}

/** Runs a command that must fail: nothing on stdout, one sentence on stderr. */
async function refusal(...args: string[]): Promise<string> {
  const { out, complaint, code } = await admin(...args);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(complaint).toMatch(/^[^\n]+\n$/);
  return complaint;
}

const said: Record<string, Record<string, string>> = {};
beforeAll(async () => {
  const team = ["--team", "acme-co"];
  said.team = await line(
    "create-team",
    "--name",
    "Acme & Co",
    "--owner",
    "Ann@Example.com",
    "--password",
    "password-1",
  );
  said.key = await line("create-key", ...team, "--scopes", "capture,read");
  said.integration = await line("create-integration", ...team, "--provider", "github", "--secret", "s3cret");
  said.member = await line(
    "add-member",
    ...team,
    "--email",
    "bob@example.com",
    "--password",
    "password-2",
    "--name",
    "Bob",
  );
  said.user = await line("reset-password", "--email", "bob@example.com", "--password", "password-3");
  said.link = await line("reset-link", "--email", "Bob@example.com");
  said.epoch = await line("new-epoch");
}, 120_000);

describe("admin", () => {
  it("prints one line of JSON for each command", () => {
    expect(said.team).toEqual({ team: "acme-co" });
    expect(said.key).toEqual({ key: expect.stringMatching(/^las_[0-9A-Za-z]{32}$/) });
    const id = said.integration?.id ?? "";
    expect(said.integration).toEqual({ id, url: `https://feed.example/api/webhooks/${id}`, secret: "s3cret" });
    expect(said.member).toEqual({ member: "bob@example.com" });
    expect(said.user).toEqual({ user: "bob@example.com" });
    expect(said.link).toEqual({
      url: expect.stringMatching(/^https:\/\/feed\.example\/reset\/[\w-]{43}$/),
      expiresAt: expect.any(String),
    });
    expect(said.epoch).toEqual({ teams: "1" });
  });

  it("says in one sentence what is wrong", async () => {
    const owner = ["--owner", "ann@example.com"];
    expect(await refusal("create-team", "--name", "B", ...owner, "--password", "password-9")).toContain(
      "another password",
    );
    expect(await refusal("create-team", "--name", "B", "--owner", "new@example.com")).toContain("give it a password");
    expect(await refusal("create-team", "--name", "B", ...owner, "--slug", "api")).toContain("slug");
    expect(await refusal("create-key", "--team", "nope", "--scopes", "read")).toBe('There is no team "nope".\n');
    expect(await refusal("create-key", "--team", "acme-co", "--scopes", "write")).toContain("capture, read, admin");
    expect(await refusal("create-key", "--team", "acme-co")).toContain("--scopes");
    expect(await refusal("reset-link", "--email", "x@example.com")).toBe("There is no account for x@example.com.\n");
    expect(await refusal("new-epoch", "--team", "nope")).toBe('There is no team "nope".\n');
  });

  describe("and the database", () => {
    let database: Driver;
    beforeAll(async () => {
      Object.assign(env, { NEXTAUTH_SECRET: SECRET });
      database = await openEmbeddedDriver({ dataDir });
    });
    afterAll(() => database.close());

    it("holds what was said", async () => {
      const { db } = database;
      const credentials = { authorization: `Bearer ${said.key?.key}`, cookie: null };
      const caller = await authenticateWith({ db, secret: () => SECRET }, credentials, "acme-co", "capture");
      expect(caller.team).toMatchObject({ slug: "acme-co", name: "Acme & Co", isSample: false });
      const [ann, bob] = [await getUserByEmail(db, "ann@example.com"), await getUserByEmail(db, "bob@example.com")];
      const memberships = await listMemberships(
        db,
        [ann, bob].map((user) => ({ slug: "acme-co", userId: user?.id ?? "" })),
      );
      expect(memberships.map((membership) => membership?.role)).toEqual(["owner", "member"]);
      expect(bob).toMatchObject({ name: "Bob", sessionVersion: 2 });
      expect(await verifyPassword(bob?.passwordHash ?? null, "password-3")).toBe(true);
      const token = new URL(said.link?.url ?? "").pathname.split("/")[2] ?? "";
      expect(await linkUser(db, token, "reset")).toEqual({ id: bob?.id, email: "bob@example.com" });
      const [integration] = await listIntegrationsById(db, [said.integration?.id ?? ""]);
      expect(integration?.secret).not.toContain("s3cret");
      expect(decryptSecret(integration?.secret ?? "")).toBe("s3cret");
    });

    it("is refused to a second process with a sentence", async () => {
      expect(await refusal("create-key", "--team", "acme-co", "--scopes", "read")).toContain(
        "is in use by another process",
      );
    });
  });
});
