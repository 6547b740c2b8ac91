import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "./support/fixtures";

/** What the feed's page may name above the scripts that every page of Next runs, bytes of gzip; what an empty page of it names besides those is 2.4 kB. */
const MOST = 62_400;

test("a first visit loads little code, and none of the libraries that come later", async ({ account, feed }) => {
  const html = await (await feed.page.request.get(`${account.server.origin}/${account.team}`)).text();
  const manifest: { rootMainFiles: string[] } = JSON.parse(readFileSync(".next/build-manifest.json", "utf8"));
  const tags = [...html.matchAll(/<script[^>]*\ssrc="\/_next\/(static\/[^"?]+)[^"]*"[^>]*>/g)];
  const named = new Set(tags.filter(([tag]) => !/nomodule/i.test(tag)).map(([, file = ""]) => file));
  expect(manifest.rootMainFiles.filter((file) => !named.has(file))).toEqual([]);
  const own = [...named]
    .filter((file) => !manifest.rootMainFiles.includes(file))
    .map((file) => readFileSync(`.next/${file}`));
  expect(own.length).toBeGreaterThan(3);
  expect(own.reduce((sum, code) => sum + gzipSync(code).length, 0)).toBeLessThan(MOST);
  const code = own.join("\n");
  const later = { zod: "$ZodType", radix: "--radix-", cmdk: "cmdk-item", virtualiser: "getOffsetForAlignment" };
  expect(Object.entries(later).filter(([, mark]) => code.includes(mark))).toEqual([]);
});
