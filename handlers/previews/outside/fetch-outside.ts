// The one place from which the server calls addresses that users name.
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { version } from "@/package.json";
import type { Network } from "./network";
import { ENCODINGS, readBounded } from "./read-bounded";
import { type Target, targetOf } from "./target-of";

/** All of a fetch, redirects and body included, milliseconds. */
export const FETCH_MS = 5_000;
export const MOST_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const USER_AGENT = `LiveActivityStream/${version} (link preview)`;

/** What is asked for. */
export interface Want {
  /** Media types that are taken; anything else is refused unread. */
  types: readonly string[];
  /** Bytes, packed and unpacked. */
  mostBytes: number;
  /** Whether a longer body is cut there; else it is refused. */
  isCut: boolean;
}

/** What was found. */
export interface Found {
  /** Where, after redirects. */
  url: URL;
  charset: string | null;
  body: Buffer;
}

/** Connects to what was looked at and nothing else: a name that means something else a moment later changes nothing. */
function pinned({ addresses }: Target): LookupFunction {
  return (_host, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, addresses);
    else done(null, first?.address ?? "", first?.family);
  };
}

/** Sends one GET that says nothing of who asks. Resolves with the answer's head. */
function open(url: URL, target: Target, types: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((done, fail) => {
    const sent = request({
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ""),
      port: target.port,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, "user-agent": USER_AGENT, accept: types.join(", "), "accept-encoding": ENCODINGS },
      // A connection of its own, which no other fetch finds open.
      agent: false,
      lookup: pinned(target),
      maxHeaderSize: 16_384,
      signal,
    });
    sent.on("response", done);
    sent.on("error", fail);
    sent.on("close", () => fail(new Error(`${url.host} hung up`)));
    sent.end();
  });
}

const TYPE = /^\s*([\w.+-]+\/[\w.+-]+)\s*(?:;.*?\bcharset\s*=\s*"?([\w.:-]+))?/i;

async function take(url: URL, response: IncomingMessage, want: Want): Promise<Found> {
  if (response.statusCode !== 200) throw new Error(`${url.host} answered ${response.statusCode}`);
  const [, type = "", charset = null] = TYPE.exec(response.headers["content-type"] ?? "") ?? [];
  if (!want.types.includes(type.toLowerCase()))
    throw new Error(`${type || "something without a type"} was not asked for`);
  return { url, charset, body: await readBounded(response, want.mostBytes, want.isCut) };
}

/**
 * Fetches what a stranger's address leads to, within `withinMs` milliseconds. Each step of a redirect is looked at like the first.
 * Throws, with a plain reason, whatever is not allowed, not there, not of the wanted type, too long or too slow.
 */
export async function fetchOutside(start: URL, want: Want, network: Network, withinMs = FETCH_MS): Promise<Found> {
  const signal = AbortSignal.timeout(withinMs);
  let url = start;
  for (let steps = 0; steps <= MOST_REDIRECTS; steps += 1) {
    const response = await open(url, await targetOf(url, network, signal), want.types, signal);
    try {
      const { location } = response.headers;
      if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) return await take(url, response, want);
      if (!URL.canParse(location, url.href)) throw new Error(`${url.host} leads nowhere`);
      url = new URL(location, url);
    } finally {
      response.destroy();
    }
  }
  throw new Error(`${start.host} leads from one address to the next`);
}
