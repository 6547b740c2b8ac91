import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeIsolates } from "./close-isolates";

const [LRI, RLI, FSI, PDI] = ["\u2066", "\u2067", "\u2068", "\u2069"];

describe("a text with bidirectional isolates", () => {
  it.each([
    ["plain", "plain"],
    ["\u202eevil", "\u202eevil"],
    [`${RLI}a`, `${RLI}a${PDI}`],
    [`${RLI}a${LRI}b${PDI}`, `${RLI}a${LRI}b${PDI}${PDI}`],
    [`a${PDI}b`, "ab"],
    [`${PDI}${FSI}a${PDI}${PDI}`, `${FSI}a${PDI}`],
  ])("%j is closed within itself: %j", (text, closed) => {
    expect(closeIsolates(text)).toBe(closed);
  });

  it("opens and closes as often, never closes first, and says the same, whatever it is", () => {
    const text = fc.string({ unit: fc.constantFrom(LRI, RLI, FSI, PDI, "\u202e", "a", "א") });
    fc.assert(
      fc.property(text, (written) => {
        let open = 0;
        for (const mark of closeIsolates(written)) {
          if (mark === PDI) open -= 1;
          else if (/[\u2066-\u2068]/.test(mark)) open += 1;
          expect(open).toBeGreaterThanOrEqual(0);
        }
        expect(open).toBe(0);
        expect(closeIsolates(written).replaceAll(PDI, "")).toBe(written.replaceAll(PDI, ""));
      }),
    );
  });
});
