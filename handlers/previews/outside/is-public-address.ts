import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Everything that is given out as global unicast today; whatever else may come is none of ours to call. */
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");
/** Azure's metadata and wire server, the one of its kind with a public address. */
const METADATA: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether an address is one of the public internet, by the registries of special addresses (IANA; RFC 6890): no private, loopback,
 * link-local, carrier's, multicast, reserved or metadata one, and none that has another address inside (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  // Stricter than the library, which also reads `127.1`, and a zone after `%`.
  if (isIP(address) === 0 || address.includes("%") || METADATA.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_IPV6);
}
