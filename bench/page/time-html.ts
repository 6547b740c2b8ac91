// Part `html`: how long the complete first page takes, to its last byte, against an empty page of the same Next.
import { options } from "../options";
import type { Part } from "../parts";
import { ratio } from "../report";
import type { ServerProcess } from "../server-process";
import { median, percentile, show } from "../statistics";
import { readHtml } from "./read-html";
import { cookieHeader, type Site } from "./site";

/** Next's path is long: V8 has it compiled after some hundred pages. */
const WARM_UP = options.quick ? 60 : 300;
const BATCH = options.quick ? 20 : 50;

interface Times {
  ms: number[];
  bytes: number;
}

async function readMany(url: string, cookie: string, count: number): Promise<Times> {
  const times: Times = { ms: [], bytes: 0 };
  for (let turn = 0; turn < count; turn += 1) {
    const { ms, bytes, status } = await readHtml(url, cookie === "" ? {} : { cookie });
    if (status !== 200) throw new Error(`${url} was answered ${status}`);
    times.ms.push(ms);
    times.bytes = bytes;
  }
  return times;
}

/** Reads both pages by turns; `where` says which database the feed is on. */
export async function timeHtml(site: Site, empty: ServerProcess, where: string): Promise<Part> {
  const cookie = cookieHeader(site);
  const ours = { url: site.server.origin + site.path, cookie, ms: [] as number[], bytes: 0 };
  const theirs = { url: `${empty.origin}/`, cookie: "", ms: [] as number[], bytes: 0 };
  const sides = [ours, theirs];
  for (const side of sides) await readMany(side.url, side.cookie, WARM_UP);
  for (let repetition = 0; repetition < options.repetitions; repetition += 1) {
    for (const side of sides) {
      const { ms, bytes } = await readMany(side.url, side.cookie, BATCH);
      side.ms.push(...ms);
      side.bytes = bytes;
    }
  }
  const p99 = sides.map(({ ms }) => show(percentile(ms, 99))).join(" and ");
  return {
    figures: [
      ratio(
        `the complete first page of HTML, ${where}, against an empty page's`,
        { ours: median(ours.ms), against: median(theirs.ms), unit: "ms", show },
        { atMost: 4 },
      ),
    ],
    notes: [
      `HTML, ${where}: median of ${ours.ms.length} requests one after the other over one connection, with the session's cookie and gzip, to the last byte; both sides by turns, both rendered for each request. p99 ${p99} ms; ${show(ours.bytes / 1_000)} and ${show(theirs.bytes / 1_000)} kB compressed.`,
    ],
  };
}
