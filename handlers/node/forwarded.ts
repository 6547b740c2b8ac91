import { BlockList, isIP } from "node:net";

/** The networks that TRUSTED_PROXIES may name. */
const NAMED: Record<string, readonly string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  private: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "169.254.0.0/16", "fe80::/10"],
};
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/** Headers as Node gives them. */
type Headers = NodeJS.Dict<string | string[]>;

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 4 ? "ipv4" : "ipv6";
}

/** `::ffff:10.0.0.1` is how a socket that takes both kinds writes 10.0.0.1. */
function plain(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/** Addresses, networks (`10.0.0.0/8`), `loopback` and `private` as one list. Throws a sentence that names the one that is none of these. */
export function parseProxies(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies.flatMap((name) => NAMED[name] ?? [name])) {
    const [address = "", bits, ...rest] = proxy.split("/");
    const most = isIP(address) === 4 ? 32 : 128;
    const length = bits === undefined ? most : Number(bits);
    if (isIP(address) === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits ?? "0") || length > most) {
      throw new Error(`TRUSTED_PROXIES: ${proxy} is no address, network, "loopback" or "private"`);
    }
    list.addSubnet(address, length, familyOf(address));
  }
  return list;
}

const LOOPBACK = parseProxies(["loopback"]);
/** What proxies add to what they hand on. */
const HANDED_ON = [...FORWARDED, "via", "x-real-ip", "cf-connecting-ip", "true-client-ip"];

/**
 * Whether a request surely comes from this machine: from a loopback address, under a loopback name (a page of another site that
 * had its own name lead here has not), and without a word of a proxy. To be asked before {@link settleForwarded}.
 */
export function isFromThisMachine(headers: Headers, peer: string): boolean {
  const address = plain(peer);
  const isLoopback = isIP(address) !== 0 && LOOPBACK.check(address, familyOf(address));
  const host = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
  return isLoopback && host.test(String(headers.host ?? "")) && HANDED_ON.every((name) => headers[name] === undefined);
}

/**
 * Makes a request's `X-Forwarded-*` headers true, in place, so that everything behind may believe them: from a peer that is
 * no trusted proxy they are thrown away; `x-forwarded-for` becomes the client's own address, the last one that is no proxy of ours.
 */
export function settleForwarded(headers: Headers, peer: string, proxies: BlockList): void {
  const isTrusted = (address: string) => isIP(address) !== 0 && proxies.check(address, familyOf(address));
  let client = plain(peer);
  if (isTrusted(client)) {
    const hops = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
    for (const hop of hops.map((text) => plain(text.trim())).reverse()) {
      if (isIP(hop) === 0) break;
      client = hop;
      if (!isTrusted(hop)) break;
    }
  } else {
    for (const name of FORWARDED) delete headers[name];
  }
  headers["x-forwarded-for"] = client;
}
