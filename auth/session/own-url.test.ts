import { describe, expect, it } from "vitest";
import { ownUrl } from "./own-url";

const ORIGIN = "http://localhost:3000";

describe("where sign-in leads", () => {
  it.each([
    ["/acme?type=task.*&q=a%20b#top", `${ORIGIN}/acme?type=task.*&q=a%20b#top`],
    [`${ORIGIN}/acme`, `${ORIGIN}/acme`],
    ["acme", `${ORIGIN}/acme`],
    ["", `${ORIGIN}/`],
  ])("%j is kept", (target, expected) => expect(ownUrl(target, ORIGIN)).toBe(expected));

  it.each([
    ...["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example"],
    ...["/.//evil.example", "http://localhost:3000.evil.example", "http://localhost:3001/", "https://localhost:3000/"],
    ...[
      "http://localhost:3000@evil.example/",
      "http://user@localhost:3000/",
      "javascript:alert(1)",
      "data:text/html,x",
    ],
    ...["http://", " //evil.example", "http:evil.example//x@", undefined, 7, { url: "/" }],
  ])("%j is not followed", (target) => {
    const url = new URL(ownUrl(target, ORIGIN));
    expect(url.origin).toBe(ORIGIN);
    expect(url.pathname.startsWith("//")).toBe(false);
  });
});
