import { describe, expect, it } from "vitest";
import { NOTHING_PRESSED, pressKey, SEQUENCE_MS } from "./press-key";
import { SHORTCUTS, shortcutsFor } from "./shortcuts";

const TABLE = [{ keys: ["j"] }, { keys: ["g", "f"] }, { keys: ["g", "m"] }];

/** What the keys lead to, pressed `apart` milliseconds one after the other. */
function press(keys: string, apart = 100): string[] {
  const found: string[] = [];
  let pressed = NOTHING_PRESSED;
  let at = 10_000;
  for (const key of keys) {
    const now = pressKey(pressed, key, at, TABLE);
    if (now.found !== null) found.push(now.found.keys.join(" "));
    pressed = now.pressed;
    at += apart;
  }
  return found;
}

describe("keys", () => {
  it("do what is one key's at once, and a sequence's at its last", () => {
    expect(press("jgfj")).toEqual(["j", "g f", "j"]);
  });

  it("that belong to no sequence begin anew instead of being lost", () => {
    expect(press("gjggm")).toEqual(["j", "g m"]);
    expect(press("fxmgxf")).toEqual([]);
  });

  it("of a sequence come soon after each other", () => {
    expect(press("gf", SEQUENCE_MS)).toEqual(["g f"]);
    expect(press("gf", SEQUENCE_MS + 1)).toEqual([]);
  });
});

describe("the table of shortcuts", () => {
  it("leads each key to one thing: none is given twice or begins another", () => {
    const sequences: readonly string[][] = SHORTCUTS.map(({ keys }) => [...keys]).filter(({ length }) => length > 0);
    for (const one of sequences) {
      const same = sequences.filter((other) => one.every((key, place) => key === other[place]));
      expect(same, one.join(" ")).toEqual([one]);
    }
    expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length);
  });

  it("has nothing for viewers that is closed to them", () => {
    const ids = shortcutsFor(true).map(({ id }) => id);
    expect(ids).toContain("go-members");
    expect(ids).not.toContain("go-integrations");
  });
});
