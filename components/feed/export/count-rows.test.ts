import { describe, expect, it } from "vitest";
import { createRowCounter } from "./count-rows";

/** What is counted of a text that comes in pieces of so many bytes, after each of them. */
function countsOf(format: "csv" | "ndjson" | "json", text: string, size: number): number[] {
  const bytes = new TextEncoder().encode(text);
  const count = createRowCounter(format);
  const counts: number[] = [];
  for (let at = 0; at < bytes.length; at += size) counts.push(count(bytes.subarray(at, at + size)));
  return counts;
}

describe("createRowCounter", () => {
  it("counts what is complete, however it is cut", () => {
    for (const size of [1, 3, 1_000]) {
      expect(countsOf("csv", 'a,b\r\n1,"x\r\n""\ny"\r\n2,z\r\n', size).at(-1)).toBe(2);
      expect(countsOf("ndjson", '{"a":"\\""}\n{"b":1}\n', size).at(-1)).toBe(2);
      expect(countsOf("json", '[\n{"a":1},\n{"b":2}\n]\n', size).at(-1)).toBe(3);
    }
    expect(countsOf("csv", "a,b\r\n1,2\r\n3,4\r\n", 5)).toEqual([0, 1, 2]);
  });
});
