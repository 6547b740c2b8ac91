import fc from "fast-check";
import { expect, it } from "vitest";
import { listInexactNumbers } from "./exact-numbers";

const paths = (text: string) => listInexactNumbers(text).map(({ path }) => path);

it("names the field of an integer that a JavaScript number would change", () => {
  expect(paths('{"metadata":{"id":9007199254740993}}')).toEqual([["metadata", "id"]]);
  expect(paths('{ "a" : 1 , "b" : [ "x", {"c\\"\\u0041": -9007199254740993 } ] }')).toEqual([["b", 1, 'c"A']]);
  expect(paths("12345678901234567891")).toEqual([[]]);
  expect(paths(`{"a":${"9".repeat(400)}}`)).toEqual([["a"]]);
  expect(paths('{"":{"__proto__":9007199254740993}}')).toEqual([["", "__proto__"]]);
});

it("leaves alone what comes back with the same digits, and fractions and exponents", () => {
  for (const number of [
    "9007199254740991",
    "9007199254740992",
    "-9007199254740991",
    "12345678901234567000",
    "100000000000000000000000",
    "-120000000000000000000000000",
    "0.12345678901234567890",
    "1234567890123456789.5",
    "12345678901234567891e3",
    "-0",
  ]) {
    expect(paths(`{"a":${number},"b":9007199254740992}`), number).toEqual([]);
  }
});

it("takes no digits of a text for a number", () => {
  expect(paths('{"a":"9007199254740993","9007199254740993":"\\\\","b":"\\"9007199254740993"}')).toEqual([]);
});

it("names the first of each item of an array", () => {
  const bad = "9007199254740993";
  expect(paths(`[{"a":${bad},"b":${bad}},{"a":1},[[${bad}]],${bad}]`)).toEqual([[0, "a"], [2, 0, 0], [3]]);
});

it("finds exactly the integers that differ after parsing, whatever stands around them", () => {
  const key = fc.string({ unit: "grapheme" });
  const number = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), key, number, fc.nat(3), (around, name, value, indent) => {
      const text = JSON.stringify([{ ...around, other: [name] }, { [name]: "MARK" }], null, indent);
      const posted = text.replace('"MARK"', String(value));
      const isHeld = plain(Number(value)) === value;
      expect(paths(posted)).toEqual(isHeld ? [] : [[1, name]]);
    }),
  );
});

/** The integer that the shortest decimal form of a number denotes. */
function plain(value: number): bigint {
  return BigInt(value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 0 }));
}

it("takes time in proportion to the text", () => {
  const text = `${"[".repeat(500_000)}9007199254740993${"]".repeat(500_000)}`;
  const start = performance.now();
  expect(listInexactNumbers(text)).toHaveLength(1);
  expect(listInexactNumbers(`{"a":"${"1".repeat(8_000_000)}"}`)).toEqual([]);
  expect(listInexactNumbers(`[${"9".repeat(8_000_000)}]`)).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(5_000);
});
