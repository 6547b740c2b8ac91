import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addIntegration } from "@/auth/add-integration";
import { authenticateWith } from "@/auth/authenticate";
import { issueKey } from "@/auth/keys/issue-key";
import { decryptSecret } from "@/auth/secrets";
import { foundTeam } from "@/auth/team/found-team";
import { openEmbeddedDriver } from "@/db/drivers/embedded";
import { openPgDriver } from "@/db/drivers/pg";
import { migrateDatabase } from "@/db/migrate";
import { listIntegrationsById } from "@/db/queries/integrations/get-integration";
import { listActivities } from "@/db/queries/list-activities";
import { createUser } from "@/db/queries/users/create-user";
import { appendRandom, createWorld, seeded } from "@/db/testing/random-activities";
import { env } from "@/env";

const SECRET = "a secret of tests only";
const directory = mkdtempSync(join(tmpdir(), "las-copy-"));
const name = `las_copy_${crypto.randomUUID().replaceAll("-", "")}`;
const server = process.env.TEST_DATABASE_URL ?? "";
const address = new URL(server);
address.pathname = `/${name}`;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
beforeAll(async () => {
  Object.assign(env, { NEXTAUTH_SECRET: SECRET });
  await onServer(`CREATE DATABASE ${name}`);
});
afterAll(async () => {
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(directory, { recursive: true });
});

async function copy(...args: string[]) {
  const { DATABASE_URL, TEST_DATABASE_URL, ...rest } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "cli/admin.ts", "copy", ...args], {
    env: { ...rest, DATA_DIR: directory, NEXTAUTH_SECRET: SECRET },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { out, complaint, code };
}

/** Two teams and a sample in the embedded database; gives one with what the copy must be able to do. */
async function fill() {
  const driver = await openEmbeddedDriver({ dataDir: directory });
  await migrateDatabase(driver);
  const { db } = driver;
  const ownerId = await createUser(db, { name: "Ann", email: "ann@example.com", passwordHash: "none" });
  const team = await foundTeam(db, { name: "Acme", ownerId });
  await foundTeam(db, { name: "Beta", ownerId });
  await foundTeam(db, { name: "Sample", ownerId, isSample: true });
  const world = await createWorld(db, team.id);
  await appendRandom(db, world, { random: seeded(3), count: 700, spanMs: 3_600_000 });
  const { key } = await issueKey(db, team.id, { name: "CI", scopes: ["read"], createdBy: ownerId });
  const { id } = await addIntegration(db, team.id, {
    provider: "github",
    name: "GitHub",
    secret: "s3cret",
    secretFrom: "us",
  });
  const page = await listActivities(db, team, { filter: {} });
  await driver.close();
  return { team, key, integration: id, page };
}

describe("admin copy", () => {
  it("moves the embedded database's teams to a server that has nothing yet, once", async () => {
    const { team, key, integration, page } = await fill();
    const { out, complaint, code } = await copy("--to", address.href);
    expect({ code, complaint }).toEqual({ code: 0, complaint: "" });
    expect(JSON.parse(out)).toMatchObject({
      teams: "acme,beta",
      events: "700",
      note: expect.stringContaining("SECRET"),
    });
    const { db, close } = openPgDriver(address.href, address.href);
    expect(await listActivities(db, team, { filter: {} })).toEqual(page);
    const credentials = { authorization: `Bearer ${key}`, cookie: null };
    const caller = await authenticateWith({ db, secret: () => SECRET }, credentials, team.slug, "read");
    expect(caller.team.id).toBe(team.id);
    expect(decryptSecret((await listIntegrationsById(db, [integration]))[0]?.secret ?? "")).toBe("s3cret");
    await close();
    expect(await copy("--to", address.href, "--team", "acme")).toEqual({
      out: "",
      complaint: 'The team "acme" is there already, as "acme"; it was not copied.\n',
      code: 1,
    });
  });
});
