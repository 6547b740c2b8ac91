import { describe, expect, it } from "vitest";
import { isPrivateHost } from "./is-private-host";

describe("isPrivateHost", () => {
  it.each([
    "localhost",
    "127.0.0.1",
    "[::1]",
    "192.168.1.20",
    "10.0.0.4",
    "172.20.1.1",
    "box",
    "nas.local",
    "[fd00::1]",
  ])("holds for %s", (host) => expect(isPrivateHost(host)).toBe(true));
  it.each(["feed.example", "8.8.8.8", "172.32.0.1", "[2a00::1]"])("does not hold for %s", (host) =>
    expect(isPrivateHost(host)).toBe(false),
  );
});
