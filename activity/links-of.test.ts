import { describe, expect, it } from "vitest";
import { linksOf } from "./links-of";

const said = (body: string) => linksOf({ entityUrl: null, message: "Ada commented", metadata: { body } });

describe("the links of an activity", () => {
  it("are its entity's and those of its words, each once, in their order", () => {
    expect(
      linksOf({
        entityUrl: "https://tracker.example/42#top",
        message: "Ada posted https://a.example",
        metadata: { comment: "https://tracker.example/42 and https://b.example/x?y=1#z", url: "https://not.example/" },
      }),
    ).toEqual(["https://tracker.example/42", "https://a.example/", "https://b.example/x?y=1"]);
  });

  it("are at most three, of however many", () => {
    expect(said("https://a.example https://b.example https://c.example https://d.example")).toHaveLength(3);
    const start = performance.now();
    expect(said("https://a.example/?token=1 ".repeat(3_000))).toEqual([]);
    expect(said(`${"http://".repeat(9_000)}x`)).toEqual([]);
    for (const end of "().") expect(said(`https://a.example/${end.repeat(60_000)}`)).toEqual([]);
    expect(said(`https://a.example/${")".repeat(1_500)}`)).toEqual(["https://a.example/"]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each([
    ["See https://a.example/x.", "https://a.example/x"],
    ["(https://a.example/x)", "https://a.example/x"],
    ["[docs](https://a.example/x), read", "https://a.example/x"],
    ["https://a.example/wiki/Feed_(news)", "https://a.example/wiki/Feed_(news)"],
    ["<https://a.example/x>", "https://a.example/x"],
    ['href="https://a.example/x"', "https://a.example/x"],
    ["**https://a.example/x**", "https://a.example/x"],
    ["HTTPS://A.example/X", "https://a.example/X"],
    ["https://müller.example/ü", "https://xn--mller-kva.example/%C3%BC"],
  ])("are taken out of %j", (text, link) => expect(said(text)).toEqual([link]));

  it.each([
    "javascript:alert(1)",
    "ftp://a.example/",
    "mailto:ada@a.example",
    "www.a.example",
    "https://",
    "https://ada:secret@a.example/",
    "https://a.example/reset?token=abc",
    "https://a.example/?access_token=abc",
    "https://a.example/?api_key=abc",
    `https://a.example/${"x".repeat(2_048)}`,
  ])("are not: %s", (text) => expect(said(text)).toEqual([]));

  it("may be none", () => {
    expect(linksOf({ entityUrl: "mailto:ada@a.example", message: "", metadata: null })).toEqual([]);
    expect(linksOf({ entityUrl: null, message: "", metadata: ["https://a.example"] })).toEqual([]);
  });
});
