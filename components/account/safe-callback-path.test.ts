import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeCallbackPath } from "./safe-callback-path";

const HOST = "localhost:3000";

describe("safeCallbackPath", () => {
  it("keeps a path of our own with its query and fragment", () => {
    expect(safeCallbackPath("/acme?type=task.*&q=a%20b#x", HOST)).toBe("/acme?type=task.*&q=a%20b#x");
  });

  it("turns an absolute address of our own host into its path", () => {
    expect(safeCallbackPath("http://localhost:3000/acme/settings/keys", HOST)).toBe("/acme/settings/keys");
    expect(safeCallbackPath("https://feed.example/acme", "feed.example")).toBe("/acme");
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "http://localhost:3000//evil.example",
    "http://localhost:3000@evil.example/",
    "http://me:secret@localhost:3000/acme",
    "http://localhost:3001/acme",
    "javascript:alert(1)",
    "data:text/html,hello",
    "http://[",
    "",
  ])("falls back to / for %j", (asked) => {
    expect(safeCallbackPath(asked, HOST)).toBe("/");
  });

  it("never leads back to the sign-in pages or to the API", () => {
    for (const path of ["/sign-in?callbackUrl=/a", "/setup", "/reset/x", "/api/auth/signout", "/api"]) {
      expect(safeCallbackPath(path, HOST)).toBe("/");
    }
    expect(safeCallbackPath("/api-team", HOST)).toBe("/api-team");
  });

  it("takes nothing for /, and a missing host for a stranger's", () => {
    expect(safeCallbackPath(undefined, HOST)).toBe("/");
    expect(safeCallbackPath("/acme", null)).toBe("/acme");
    expect(safeCallbackPath("http://feed.example/acme", null)).toBe("/");
  });

  it("stays on our host whatever is asked", () => {
    const part = fc.constantFrom("/", "\\", ".", "..", "@", ":", "evil.example", "\t", "%2f", "?", "#", "http:", "//");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = safeCallbackPath(parts.join(""), HOST);
        expect(path.startsWith("/")).toBe(true);
        expect(new URL(path, `http://${HOST}`).host).toBe(HOST);
      }),
    );
  });
});
