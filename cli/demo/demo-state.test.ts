import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type DemoState, readDemoState, writeDemoState } from "./demo-state";

const root = mkdtempSync(join(tmpdir(), "las-demo-"));
afterAll(() => rmSync(root, { recursive: true }));

const STATE: DemoState = {
  team: "acme-platform",
  email: "alice@acme.example",
  password: "secret",
  startedAt: "2026-11-23T14:20:00.000Z",
  seed: 4,
  isLoaded: false,
  posted: 0,
};

describe("the demo's state", () => {
  it("is null before the first run and comes back as it was written, readable by its owner only", () => {
    const directory = join(root, "new");
    expect(readDemoState(directory)).toBeNull();
    writeDemoState(directory, STATE);
    writeDemoState(directory, { ...STATE, key: "las_x", posted: 7 });
    expect(readDemoState(directory)).toEqual({ ...STATE, key: "las_x", posted: 7 });
    expect(statSync(join(directory, "demo.json")).mode & 0o077).toBe(0);
  });

  it("says so when it cannot be read, instead of starting over", () => {
    writeFileSync(join(root, "demo.json"), "{");
    expect(() => readDemoState(root)).toThrow("Remove");
  });
});
