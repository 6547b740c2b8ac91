import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptSecret } from "./secret";

describe("the kept secret", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "las-secret-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("is made once, 32 random bytes for its owner's eyes only", () => {
    const dataDir = join(directory, "new");
    const secret = keptSecret(dataDir);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(keptSecret(dataDir)).toBe(secret);
    expect(readdirSync(dataDir)).toEqual(["secret"]);
    if (process.platform !== "win32") expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  });

  it("is never replaced, not even when the file is damaged", () => {
    writeFileSync(join(directory, "secret"), "");
    expect(() => keptSecret(directory)).toThrow(/is damaged/);
    expect(readFileSync(join(directory, "secret"), "utf8")).toBe("");
  });
});
