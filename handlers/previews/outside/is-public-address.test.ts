import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./is-public-address";

describe("an address that is not called", () => {
  it.each([
    ["this network", ["0.0.0.0", "0.1.2.3"]],
    ["loopback", ["127.0.0.1", "127.255.255.254", "::1"]],
    ["private", ["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1"]],
    ["a carrier's", ["100.64.0.1", "100.127.255.255", "100.100.100.200"]],
    ["link-local", ["169.254.0.1", "169.254.169.254", "169.254.170.2", "fe80::1", "febf::1"]],
    ["of protocols", ["192.0.0.1", "192.0.0.192", "192.88.99.1"]],
    ["documentation", ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"]],
    ["benchmarks", ["198.18.0.1", "198.19.255.255", "2001:2::1"]],
    ["multicast", ["224.0.0.1", "239.255.255.250", "ff02::1", "ff0e::1"]],
    ["reserved", ["240.0.0.1", "255.255.255.255", "100::1", "5f00::1", "4000::1", "e000::1"]],
    ["unspecified", ["::"]],
    ["unique local", ["fc00::1", "fd00::1", "fd00:ec2::254"]],
    ["site-local", ["fec0::1"]],
    ["mapped", ["::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1", "::127.0.0.1"]],
    ["NAT64", ["64:ff9b::127.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::a00:1"]],
    ["6to4", ["2002:7f00:1::", "2002:808:808::1"]],
    ["Teredo", ["2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"]],
    ["metadata with a public address", ["168.63.129.16"]],
    [
      "none",
      ["", "localhost", "127.1", "2130706433", "0x7f000001", "010.0.0.1", "8.8.8.8 ", "[::1]", "2606:4700::1%eth0"],
    ],
  ])("is %s", (_what, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

it("may be any other", () => {
  const all = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1"];
  for (const address of [...all, "2606:4700:4700::1111", "2a00:1450:4001:82a::200e", "2001:4860:4860::8888"]) {
    expect({ address, isPublic: isPublicAddress(address) }).toEqual({ address, isPublic: true });
  }
});
