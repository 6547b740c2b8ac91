import { describe, expect, it } from "vitest";
import { isFromThisMachine, parseProxies, settleForwarded } from "./forwarded";

const sent = (more: Record<string, string> = {}) => ({
  host: "feed.example",
  "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.7",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "evil.example",
  ...more,
});

function settle(peer: string, trusted: string[], headers: Record<string, string> = sent()) {
  const settled: NodeJS.Dict<string | string[]> = { ...headers };
  settleForwarded(settled, peer, parseProxies(trusted));
  return settled;
}

describe("forwarded headers", () => {
  it("are thrown away when the peer is no trusted proxy", () => {
    expect(settle("198.51.100.4", [])).toEqual({ host: "feed.example", "x-forwarded-for": "198.51.100.4" });
    expect(settle("198.51.100.4", ["10.0.0.0/8"])).toEqual({
      host: "feed.example",
      "x-forwarded-for": "198.51.100.4",
    });
  });

  it("are believed from a trusted proxy, and the client is the last address that is no proxy of ours", () => {
    expect(settle("::ffff:10.0.0.1", ["10.0.0.0/8"])).toEqual({ ...sent(), "x-forwarded-for": "203.0.113.9" });
    expect(settle("127.0.0.1", ["loopback"], { "x-forwarded-for": "203.0.113.9" })).toEqual({
      "x-forwarded-for": "203.0.113.9",
    });
    expect(settle("::1", ["loopback", "private"], { "x-forwarded-for": "10.0.0.2" })).toEqual({
      "x-forwarded-for": "10.0.0.2",
    });
  });

  it("name no client that is not an address", () => {
    expect(settle("10.0.0.1", ["private"], { "x-forwarded-for": "203.0.113.9, <script>" })).toEqual({
      "x-forwarded-for": "10.0.0.1",
    });
    expect(settle("10.0.0.1", ["private"], {})).toEqual({ "x-forwarded-for": "10.0.0.1" });
  });

  it.each(["10.0.0.0/33", "somewhere", "10.0.0.1/8/8", "::1/129", "10.0.0.0/-1", "10.0.0.0/"])(
    "cannot be trusted from %s, and the sentence says so",
    (proxy) => {
      expect(() => parseProxies([proxy])).toThrow(`TRUSTED_PROXIES: ${proxy} is no`);
    },
  );
});

describe("a request from this machine", () => {
  it.each(["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"])("comes from %s under a loopback name", (peer) => {
    for (const host of ["localhost:3000", "127.0.0.1", "[::1]:3000"])
      expect(isFromThisMachine({ host }, peer)).toBe(true);
  });

  it.each([
    ["another address", { host: "localhost" }, "10.0.0.1"],
    ["no address", { host: "localhost" }, ""],
    ["a name that was led here", { host: "evil.example" }, "127.0.0.1"],
    ["a name that begins like ours", { host: "localhost.evil.example" }, "127.0.0.1"],
    ["no name", {}, "127.0.0.1"],
    ["a proxy", { host: "localhost", "x-forwarded-for": "127.0.0.1" }, "127.0.0.1"],
    ["a proxy of another kind", { host: "localhost", via: "1.1 front" }, "127.0.0.1"],
    ["nginx", { host: "localhost", "x-real-ip": "203.0.113.9" }, "127.0.0.1"],
  ])("does not come from %s", (_, headers, peer) => {
    expect(isFromThisMachine(headers, peer)).toBe(false);
  });
});
