import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "../testing/open-pages";
import { fetchOutside, MOST_REDIRECTS } from "./fetch-outside";
import { INTERNET, type Network } from "./network";

const WANT = { types: ["text/html"], mostBytes: 1_000, isCut: true };
let pages: Pages;

beforeAll(async () => {
  pages = await openPages((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://pages.example");
    const to = searchParams.get("to");
    const left = Number(searchParams.get("left") ?? 0);
    if (to !== null || left > 0) {
      const location = to ?? `${pathname}?left=${left - 1}`;
      response.writeHead(302, { location, "set-cookie": "seen=1; Path=/" }).end();
    } else response.writeHead(200, { "content-type": "text/html" }).end("<title>inside</title>");
  });
});
afterAll(() => pages.close());
beforeEach(() => pages.asked.splice(0));

const fetchPage = (url: string, network: Network) => fetchOutside(new URL(url), WANT, network, 500);
/** The server's own guard with other name servers. */
const named = (...answers: string[][]): Network => {
  let times = 0;
  return { ...pages.guarded, resolve: async () => answers[Math.min(times++, answers.length - 1)] ?? [] };
};

describe("an address of this machine or its neighbours", () => {
  it.each([
    "http://127.0.0.1/",
    "http://127.0.0.1./",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://%31%32%37.0.0.1/",
    "http://１２７.0.0.1/",
    "http://127。0。0。1/",
    "http://0/",
    "http://[::]/",
    "http://[::1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/latest/meta-data/",
    "http://168.63.129.16/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://100.100.100.200/",
    "http://255.255.255.255/",
    "https://127.0.0.1/",
  ])("is not called: %s", async (url) => {
    await expect(fetchPage(url, pages.guarded)).rejects.toThrow(/ is at /);
    expect(pages.asked).toEqual([]);
  });

  it.each([
    "http://localhost/",
    "http://localhost./",
    "http://feed.localhost/",
    "http://intranet/",
    "http://box.local/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://1.0.0.127.in-addr.arpa/",
  ])("is not asked for by a name of its network: %s", async (url) => {
    await expect(fetchPage(url, named(["127.0.0.1"]))).rejects.toThrow("a name inside of a network");
    expect(pages.asked).toEqual([]);
  });

  it.each([
    [["127.0.0.1"]],
    [["10.0.0.1"]],
    [["::1"]],
    [["::ffff:127.0.0.1"]],
    [["93.184.216.34", "127.0.0.1"]],
    [["2606:4700:4700::1111", "169.254.169.254"]],
  ])("is not called by a name that leads to %j", async (addresses) => {
    await expect(fetchPage("http://public.example/", named(addresses))).rejects.toThrow(/^public.example is at /);
    expect(pages.asked).toEqual([]);
  });
});

describe("a redirect", () => {
  const open: Network = {
    resolve: async (name) => (name === "inside.example" ? ["10.0.0.1"] : ["127.0.0.1"]),
    isAllowed: (address) => address === "127.0.0.1",
    portOf: (url) => (url.port === "" ? pages.open.portOf(url) : null),
  };
  const led = (to: string) => fetchPage(`http://public.example/?to=${encodeURIComponent(to)}`, open);

  it.each([
    ["http://10.0.0.1/", "10.0.0.1 is at 10.0.0.1"],
    ["http://[::ffff:127.0.0.1]/", "is at ::ffff:7f00:1"],
    ["//inside.example/", "inside.example is at 10.0.0.1"],
    ["http://localhost/", "a name inside of a network"],
    ["http://public.example:8080/", "port 8080 is not for pages"],
    ["http://ada:secret@public.example/", "credentials"],
    ["file:///etc/passwd", "file: is no web address"],
    ["gopher://public.example/", "gopher: is no web address"],
    ["javascript:alert(1)", "javascript: is no web address"],
    ["http://", "leads nowhere"],
  ])("to %s is looked at like the first address, and not followed", async (to, reason) => {
    await expect(led(to)).rejects.toThrow(reason);
    expect(pages.asked).toHaveLength(1);
  });

  it("is followed three times, with no cookie and no word of where it came from", async () => {
    const found = await fetchPage(`http://public.example/?left=${MOST_REDIRECTS}`, open);
    expect(found.url.href).toBe("http://public.example/?left=0");
    expect(pages.asked).toHaveLength(1 + MOST_REDIRECTS);
    for (const { headers } of pages.asked) {
      expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
      expect(headers).toMatchObject({ host: "public.example", "user-agent": expect.stringMatching(/link preview/) });
    }
  });

  it("is not followed a fourth time", async () => {
    const far = fetchPage(`http://public.example/?left=${MOST_REDIRECTS + 1}`, open);
    await expect(far).rejects.toThrow("leads from one address to the next");
    expect(pages.asked).toHaveLength(1 + MOST_REDIRECTS);
  });
});

describe("a name that means something else a moment later", () => {
  it("is resolved once, and what was looked at is what is called", async () => {
    let times = 0;
    const network = { ...pages.open, resolve: async () => (times++ === 0 ? ["127.0.0.1"] : ["10.0.0.1"]) };
    await fetchPage("http://rebound.example/", network);
    expect({ times, asked: pages.asked.length }).toEqual({ times: 1, asked: 1 });
  });

  it("leads nowhere else", async () => {
    const network = { ...named(["192.0.2.1"], ["127.0.0.1"]), isAllowed: (address: string) => address === "192.0.2.1" };
    await expect(fetchPage("http://rebound.example/", network)).rejects.toThrow();
    expect(pages.asked).toEqual([]);
  });
});

it("calls the ports of the web only, and with no credentials", async () => {
  for (const url of [
    "http://page.example:8080/",
    "http://page.example:443/",
    "https://page.example:80/",
    "http://page.example:22/",
  ]) {
    expect({ url, port: INTERNET.portOf(new URL(url)) }).toEqual({ url, port: null });
  }
  expect(INTERNET.portOf(new URL("http://page.example:80/"))).toBe(80);
  expect(INTERNET.portOf(new URL("https://page.example/"))).toBe(443);
  await expect(fetchPage("http://ada:secret@page.example/", pages.open)).rejects.toThrow("credentials");
  await expect(fetchPage("ftp://page.example/", pages.open)).rejects.toThrow("no web address");
  expect(pages.asked).toEqual([]);
});
