import fc from "fast-check";
import { expect, it } from "vitest";
import { renderedRows, withKept } from "./rendered-rows";

it("leaves every rendered row where the layout has it, whichever are left out", () => {
  const heights = fc.array(fc.nat(200), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(heights, fc.array(fc.nat(59)), fc.nat(500), (sizes, chosen, margin) => {
      let at = margin;
      const layout = sizes.map((size, index) => {
        at += size;
        return { index, start: at - size, end: at };
      });
      const indexes = withKept([], chosen, sizes.length);
      const { rows, after } = renderedRows(
        indexes.flatMap((index) => layout[index] ?? []),
        margin,
        at - margin,
      );
      let top = margin;
      for (const { index, gap } of rows) {
        top += gap;
        expect(top).toBe(layout[index]?.start);
        top += sizes[index] ?? 0;
      }
      expect(top + after).toBe(at);
    }),
  );
});

it("renders what is in range and what is kept, once and in order", () => {
  expect(withKept([4, 5, 6], [5, 90, 2, -1, 100], 100)).toEqual([2, 4, 5, 6, 90]);
});
