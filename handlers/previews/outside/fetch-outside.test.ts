import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "../testing/open-pages";
import { fetchOutside, type Want } from "./fetch-outside";

const PAGE: Want = { types: ["text/html"], mostBytes: 100_000, isCut: true };
const PICTURE: Want = { types: ["image/png"], mostBytes: 100_000, isCut: false };
const HTML = { "content-type": "text/html; charset=utf-8" };
const PNG = { "content-type": "image/png" };

let answer: (response: ServerResponse) => void;
let hungUp: Promise<void>;
let pages: Pages;

beforeAll(async () => {
  pages = await openPages((_request, response) => {
    hungUp = new Promise((done) => response.on("close", done));
    answer(response);
  });
});
afterAll(() => pages.close());
beforeEach(() => pages.asked.splice(0));

const fetchIt = (want: Want, withinMs = 2_000) =>
  fetchOutside(new URL("http://page.example/"), want, pages.open, withinMs);

/** Writes the same again and again, as fast as it is taken. */
function endless(response: ServerResponse, chunk: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

describe("a body", () => {
  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["identity", (text: string) => Buffer.from(text)],
  ])("is unpacked from %s", async (encoding, pack) => {
    answer = (response) =>
      response.writeHead(200, { ...HTML, "content-encoding": encoding }).end(pack("<title>ä</title>"));
    expect(await fetchIt(PAGE)).toMatchObject({ body: Buffer.from("<title>ä</title>"), charset: "utf-8" });
  });

  it("that never ends is hung up on: a page is cut, a picture refused", async () => {
    answer = (response) => endless(response.writeHead(200, HTML), Buffer.alloc(10_000, "x"));
    expect((await fetchIt(PAGE)).body).toHaveLength(PAGE.mostBytes);
    await hungUp;
    answer = (response) => endless(response.writeHead(200, PNG), Buffer.alloc(10_000, "x"));
    await expect(fetchIt(PICTURE)).rejects.toThrow("longer than 100000 bytes");
    await hungUp;
  });

  it("that says it is too long is not read", async () => {
    answer = (response) => response.writeHead(200, { ...PNG, "content-length": 100_001 }).flushHeaders();
    await expect(fetchIt(PICTURE)).rejects.toThrow("longer than 100000 bytes");
    await hungUp;
  });

  it("that is a bomb holds no more than the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(PAGE.mostBytes);
    answer = (response) => response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(bomb);
    const before = process.memoryUsage().arrayBuffers;
    expect((await fetchIt(PAGE)).body).toHaveLength(PAGE.mostBytes);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    answer = (response) => response.writeHead(200, { ...PNG, "content-encoding": "gzip" }).end(bomb);
    await expect(fetchIt(PICTURE)).rejects.toThrow("longer than 100000 bytes");
  });

  it("that unpacks to nothing for ever is refused by what came in", async () => {
    // Deflate's empty stored block, which is not the last.
    const nothing = Buffer.alloc(10_000, Buffer.from([0x00, 0x00, 0x00, 0xff, 0xff]));
    answer = (response) => {
      response.writeHead(200, { ...HTML, "content-encoding": "deflate" }).write(Buffer.from([0x78, 0x9c]));
      endless(response, nothing);
    };
    await expect(fetchIt(PAGE)).rejects.toThrow("longer than 100000 bytes");
    await hungUp;
  });

  it.each(["compress", "gzip, gzip", "zstd"])("in the encoding %s is refused", async (encoding) => {
    answer = (response) => response.writeHead(200, { ...HTML, "content-encoding": encoding }).end("x");
    await expect(fetchIt(PAGE)).rejects.toThrow("no encoding that was asked for");
  });

  it("that is not what its encoding says is refused", async () => {
    answer = (response) => response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end("<title>x</title>");
    await expect(fetchIt(PAGE)).rejects.toThrow("incorrect header check");
  });
});

describe("an answer", () => {
  it.each([
    ["image/svg+xml", PICTURE],
    ["text/html", PICTURE],
    ["image/png", PAGE],
    ["application/pdf", PAGE],
    ["text/plain", PAGE],
    ["", PAGE],
  ])("of type %j is not taken for what was wanted", async (type, want) => {
    answer = (response) => response.writeHead(200, type === "" ? {} : { "content-type": type }).end("<title>x</title>");
    await expect(fetchIt(want)).rejects.toThrow("was not asked for");
  });

  it.each([204, 206, 304, 401, 403, 404, 429, 500])("of status %i is none", async (status) => {
    answer = (response) => response.writeHead(status, HTML).end();
    await expect(fetchIt(PAGE)).rejects.toThrow(`answered ${status}`);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["that does not begin", () => {}],
    ["that stands still", (response) => response.writeHead(200, HTML).write("<title>")],
    [
      "that drips",
      (response) => {
        response.writeHead(200, HTML);
        const drip = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
  ])("%s is waited for no longer than the time for all of it", async (_what, slow) => {
    answer = slow;
    const start = performance.now();
    await expect(fetchIt(PAGE, 300)).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(1_500);
    await hungUp;
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["is cut off at once", (response) => response.socket?.destroy()],
    [
      "asks for another protocol",
      (response) => response.socket?.write("HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    ],
    ["has endless headers", (response) => response.socket?.write(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(20_000)}`)],
    ["is no HTTP", (response) => response.socket?.end("SSH-2.0-OpenSSH_9.2\r\n")],
  ])("that %s is a failure, and soon", async (_what, act) => {
    answer = act;
    await expect(fetchIt(PAGE, 1_000)).rejects.toThrow();
  });
});
