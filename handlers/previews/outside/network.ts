import { Resolver } from "node:dns/promises";
import { networkInterfaces } from "node:os";
import { isPublicAddress } from "./is-public-address";

/** What a fetch asks before it connects. The tests have one of their own; the server has {@link INTERNET} and no setting for another. */
export interface Network {
  /** Every address of a name; none when it has none, or nobody answers. */
  resolve(name: string, signal: AbortSignal): Promise<string[]>;
  /** Whether an address may be connected to. */
  isAllowed(address: string): boolean;
  /** The port to connect to; null when the address's own may not be. */
  portOf(url: URL): number | null;
}

/** Asks the name servers only: no file of this machine, no domain to search in, and none of the threads that passwords need. */
async function resolveName(name: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const cancel = () => resolver.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** A public address of this very machine: what listens there may have been opened for neighbours only. */
function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === address));
}

export const INTERNET: Network = {
  resolve: resolveName,
  isAllowed: (address) => isPublicAddress(address) && !isOwn(address),
  portOf: (url) => (url.port === "" ? (url.protocol === "https:" ? 443 : 80) : null),
};
