import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillTemplate, parseTemplate } from "./parse-template";
import { renderTemplate } from "./template";

const VALUES = new Map([
  ["a", "A"],
  ["b.c[0]", "C"],
  ["d\\.e", "E"],
  ["brace", "{a} [x] \\"],
]);
const fill = (text: string) => fillTemplate(parseTemplate(text), (name) => VALUES.get(name) ?? null);

describe("a template", () => {
  it.each([
    ["plain", "plain"],
    ["{a}", "A"],
    ["x {a} y {b.c[0]}", "x A y C"],
    ["{d\\.e}", "E"],
    ["{none|a}", "A"],
    ["{ none | a }", "A"],
    ['{none|"a | {text}"}', "a | {text}"],
    ['{none|""}', ""],
    ["{none}", null],
    ["x {none} y", null],
    ["x[ to {none}]", "x"],
    ["x[ to {a}][ by {none}].", "x to A."],
    ["[{none}]", ""],
    ["\\{a\\} \\[x\\]", "{a} [x]"],
    ["[\\[{a}\\]]", "[A]"],
    ["back\\slash \\n", "back\\slash \\n"],
    ["{brace}", "{a} [x] \\"],
    ["", ""],
  ])("%j becomes %j", (text, filled) => {
    expect(parseTemplate(text).fault).toBeNull();
    expect(fill(text)).toBe(filled);
  });

  it.each([
    ["{a", "has a { without its other half"],
    ["a}", "has a } without its other half"],
    ["[a", "has a [ without its other half"],
    ["a]", "has a ] without its other half"],
    ["[a [b] c]", "has a [ without its other half"],
    ["{a||b}", "has an empty alternative in {a||b}"],
    ["{|a}", "has an empty alternative in {|a}"],
    ["{ }", "cannot read { }"],
    ['{a"b"}', 'cannot read {a"b"}'],
    ['{a|"b}', "has a { without its other half"],
    ["{}", "has a { without its other half"],
  ])("%j %s", (text, fault) => {
    expect(parseTemplate(text).fault).toBe(fault);
  });

  it("says whether a value is its beginning", () => {
    const seen: boolean[] = [];
    fillTemplate(parseTemplate("{none|a}{b}[{c}]d{e}"), (name, isFirst) => {
      seen.push(isFirst);
      return name === "none" ? null : "";
    });
    expect(seen).toEqual([true, true, true, true, false]);
  });

  it("of an event type stands for itself where it cannot be understood", () => {
    const values = { actor: "Ada", entity: "X", reference: null, entityType: "task", metadata: { a: 1 } };
    expect(renderTemplate("{actor} { [x {entity}[ {metadata.a}]", values)).toBe("Ada { [x X 1");
  });

  it("names what is in it, and is taken apart whatever it is", () => {
    expect(parseTemplate('{a|b.c}[ {d|"x"}]').names).toEqual(["a", "b.c", "d"]);
    const odd = fc.array(fc.constantFrom("{", "}", "[", "]", "|", '"', "\\", "a", " ", "🙂", "\ud800"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(odd, (parts) => {
        const text = parts.join("");
        const { fault, names } = parseTemplate(text);
        if (fault === null) for (const name of names) expect(name).not.toMatch(/^\s|\s$|^$/);
        if (!/[{}[\]\\]/.test(text)) expect(fill(text)).toBe(text);
        fill(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is taken apart in no time, however it was meant to take long", () => {
    const started = performance.now();
    for (const part of ["{", "[", "[{", '{"', "{\\", "{a|", "[\\[", '{"a"b', "]["]) parseTemplate(part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
