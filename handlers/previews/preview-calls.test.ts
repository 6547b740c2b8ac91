import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { linkPreviewListSchema } from "@/activity/link-preview";
import { env } from "@/env";
import { createMember } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";
import { web } from "../web";
import { previewCalls } from "./preview-calls";
import { Previews } from "./previews";
import { openPages, type Pages } from "./testing/open-pages";

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex");
const server = testServer();
let pages: Pages;
let team: TestTeam;
let previews: Previews;
const calls = previewCalls(() => previews);

const pageWith = (picture: string) => `<title>A page</title><meta property="og:image" content="${picture}">`;
const html = (text: string) => (response: ServerResponse) =>
  response.writeHead(200, { "content-type": "text/html" }).end(text);
const bytes = (type: string, body: Buffer | string) => (response: ServerResponse) =>
  response.writeHead(200, { "content-type": type }).end(body);
const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  "/page": html(pageWith("/picture.png")),
  "/script": html(`<title><script>alert("ran")</script></title>`),
  "/drawn": html(pageWith("/drawing.svg")),
  "/forged": html(pageWith("/forged.png")),
  "/inside": html(pageWith("http://10.0.0.1/admin.png")),
  "/picture.png": bytes("image/png", PNG),
  "/drawing.svg": bytes("image/svg+xml", "<svg/>"),
  "/forged.png": bytes("image/png", "<!doctype html><script>alert(1)</script>"),
};

beforeAll(async () => {
  pages = await openPages((request, response) => {
    const answer = ANSWERS[request.url ?? ""];
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  team = await server.createTeam();
});
afterAll(() => pages.close());
beforeEach(() => {
  pages.asked.splice(0);
  previews = new Previews(pages.open);
});

async function post(of: TestTeam, text: string): Promise<string> {
  const json = {
    eventType: "comment.added",
    actor: { id: "u_1" },
    entity: { type: "task", id: "1" },
    metadata: { body: text },
  };
  return z
    .object({ id: z.uuid() })
    .loose()
    .parse((await server.call("POST", of.activities, { key: of.key, json })).body).id;
}

async function ask(cookie: string, params: { team: string; id: string; n?: string }): Promise<Response> {
  const call = params.n === undefined ? web(calls.list) : web(calls.image);
  const request = new Request("http://feed.example/api/previews", { headers: { cookie, host: "feed.example" } });
  return await call(request, { params: Promise.resolve(params) });
}

async function list(cookie: string, id: string, of = team) {
  const response = await ask(cookie, { team: of.slug, id });
  expect(response.status).toBe(200);
  return linkPreviewListSchema.parse(await response.json()).items;
}
const image = (id: string, n = "0") => ask(team.cookie, { team: team.slug, id, n });
const askedPaths = () => pages.asked.map(({ path }) => path);

describe("the previews of an activity", () => {
  it("are of its links, by their places, without those that have nothing to show", async () => {
    const id = await post(team, "http://page.example/none http://page.example/page http://page.example/script");
    expect(await list(team.cookie, id)).toEqual([
      {
        n: 1,
        url: "http://page.example/page",
        host: "page.example",
        site: null,
        title: "A page",
        description: null,
        imageUrl: `${team.activities}/${id}/previews/1/image`,
      },
      expect.objectContaining({ n: 2, title: `<script>alert("ran")</script>`, imageUrl: null }),
    ]);
  });

  it("are fetched once, for however many, and nothing found is kept as well", async () => {
    const id = await post(team, "http://page.example/page http://page.example/none");
    const viewer = await createMember(server, team, "viewer");
    await Promise.all([list(team.cookie, id), list(team.cookie, id), list(viewer.cookie, id)]);
    await list(viewer.cookie, await post(team, "Again: http://page.example/none and http://page.example/page"));
    expect(askedPaths().sort()).toEqual(["/none", "/page"]);
  });

  it("are another team's own, which cannot tell what this one has looked at", async () => {
    const other = await server.createTeam();
    await list(team.cookie, await post(team, "http://page.example/page"));
    await list(other.cookie, await post(other, "http://page.example/page"), other);
    expect(askedPaths()).toEqual(["/page", "/page"]);
  });

  it("are none of this server's own pages, which other links may stand for", async () => {
    expect(await list(team.cookie, await post(team, "http://feed.example/page"))).toEqual([]);
    expect(pages.asked).toEqual([]);
  });

  it("are none when they are switched off", async () => {
    const id = await post(team, "http://page.example/page");
    env.LINK_PREVIEWS = "off";
    const answer = await ask(team.cookie, { team: team.slug, id });
    expect(await answer.json()).toEqual({ items: [], isOn: false });
    expect((await image(id)).status).toBe(404);
    env.LINK_PREVIEWS = "on";
    expect(pages.asked).toEqual([]);
    expect(await list(team.cookie, id)).toHaveLength(1);
  });

  it("are for members, in person, of the team whose activity it is", async () => {
    const id = await post(team, "http://page.example/page");
    const other = await server.createTeam();
    const status = async (cookie: string, slug: string) => (await ask(cookie, { team: slug, id })).status;
    expect(await status("", team.slug)).toBe(401);
    expect(await status(other.cookie, team.slug)).toBe(404);
    expect(await status(other.cookie, other.slug)).toBe(404);
    expect((await ask(other.cookie, { team: other.slug, id, n: "0" })).status).toBe(404);
    expect(pages.asked).toEqual([]);
  });
});

describe("the picture of a preview", () => {
  it("comes as a picture and nothing else, for this site, its reader and a day", async () => {
    const response = await image(await post(team, "http://page.example/page"));
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": 'inline; filename="preview.png"',
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=86400",
    });
    expect(response.headers.has("set-cookie")).toBe(false);
  });

  it.each([
    ["a drawing", "/drawn", 2],
    ["a page that says it is one", "/forged", 2],
    ["at an address inside", "/inside", 1],
    ["of a page that names none", "/script", 1],
    ["of a page that is not there", "/none", 1],
  ])("is none when it is %s", async (_what, path, asked) => {
    const id = await post(team, `http://page.example${path}`);
    expect((await image(id)).status).toBe(404);
    expect((await image(id)).status).toBe(404);
    expect(pages.asked).toHaveLength(asked);
  });

  it("is asked for by the place of a link that the activity has", async () => {
    const id = await post(team, "http://page.example/page");
    for (const n of ["1", "2", "9", "-1", "00", "0x0", "http://page.example/page", ""]) {
      expect({ n, status: (await image(id, n)).status }).toEqual({ n, status: 404 });
    }
    expect(pages.asked).toEqual([]);
  });
});
