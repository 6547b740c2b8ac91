import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ActivityError } from "@/activity/errors";
import { env } from "@/env";

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** The secret kept in `dataDir`, made by whoever comes first; two who come at once get the same one. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  const read = () => readFileSync(file, "utf8").trim();
  try {
    const secret = read();
    if (secret.length >= 32) return secret;
    throw new ActivityError(
      "unavailable",
      `${file} is damaged: put back its 64 characters, or remove it to start anew.`,
    );
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    // A link, unlike a rename, never replaces what another process has just put there.
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return read();
}

/**
 * The secret of sessions, of the set-up link and (without SECRETS_KEY) of integration secrets: NEXTAUTH_SECRET; on the
 * embedded database otherwise one that is kept beside it. Throws `unavailable` when DATABASE_URL is set without it.
 */
export function getAuthSecret(): string {
  if (env.NEXTAUTH_SECRET !== undefined) return env.NEXTAUTH_SECRET;
  if (env.DATABASE_URL !== undefined) {
    throw new ActivityError(
      "unavailable",
      "NEXTAUTH_SECRET is required with DATABASE_URL, because every server must share it. Make one with: openssl rand -hex 32",
    );
  }
  return cachedSecret();
}

const KEY = Symbol.for("las.auth-secret");
const globals = globalThis as { [KEY]?: string };

function cachedSecret(): string {
  globals[KEY] ??= keptSecret(env.DATA_DIR);
  return globals[KEY];
}
