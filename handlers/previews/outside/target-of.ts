import { isIP } from "node:net";
import type { Network } from "./network";

/** Where a request goes: addresses that were looked at, and a port. */
export interface Target {
  addresses: { address: string; family: number }[];
  port: number;
}

/** Names that mean something inside of networks only (RFC 6761, 6762, 8375, 9476, ICANN). One without a dot is another. */
const INSIDE = /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|onion|alt)\.?$/;

/**
 * Looks at an address, and resolves its host. Throws when it is no plain web address, or when any address of its host may not be
 * connected to: a name with a public and a private one is meant to be tried until the private one is taken.
 */
export async function targetOf(url: URL, network: Network, signal: AbortSignal): Promise<Target> {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Error(`${url.protocol} is no web address`);
  if (url.username !== "" || url.password !== "") throw new Error("the address has credentials");
  const port = network.portOf(url);
  if (port === null) throw new Error(`port ${url.port} is not for pages`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isName = isIP(host) === 0;
  if (isName && (!/\../.test(host) || INSIDE.test(host))) throw new Error(`${host} is a name inside of a network`);
  const found = isName ? await network.resolve(host, signal) : [host];
  signal.throwIfAborted();
  if (found.length === 0) throw new Error(`${host} has no address`);
  for (const address of found) if (!network.isAllowed(address)) throw new Error(`${host} is at ${address}`);
  return { addresses: found.map((address) => ({ address, family: isIP(address) })), port };
}
