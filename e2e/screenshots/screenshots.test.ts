// What `npm run screenshots` has to have made, and what the README shows of it.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FOLDER, LOOKS, STATES } from "./states";

const expected = Object.keys(STATES).flatMap((state) => LOOKS.map((look) => `${state}.${look}.png`));
const there = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
const sizeOf = (name: string) => statSync(`${FOLDER}/${name}`).size;

describe("the pictures of the product", () => {
  it("show every state in light, in dark and on a phone, and nothing else", () => {
    expect(there.sort()).toEqual(expected.sort());
  });

  it("are small", () => {
    for (const name of there) expect(sizeOf(name), name).toBeLessThan(150_000);
    expect(there.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThan(8_000_000);
  });

  it("stand in the README, the feed first", () => {
    const readme = readFileSync("README.md", "utf8");
    const shown = [...readme.matchAll(/docs\/screenshots\/([\w.-]+\.png)/g)].map(([, name = ""]) => name);
    expect(shown[0]).toBe("details.light.png");
    expect(new Set(shown).size).toBeGreaterThanOrEqual(8);
    for (const name of shown) expect(expected).toContain(name);
  });
});
