import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { createMember } from "../testing/people";
import { type TestCall, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const feedSchema = z.object({ id: z.string(), slug: z.string(), url: z.string(), isOn: z.boolean() }).loose();
const jsonFeed = z.object({
  items: z.array(
    z.object({ title: z.string(), url: z.string(), _activity: z.record(z.string(), z.unknown()).optional() }),
  ),
});

const feedsOf = (team: TestTeam) => `/api/teams/${team.slug}/feeds`;
async function publish(team: TestTeam, json: object = { name: "Tasks", filter: "type=task.*" }) {
  const answer = await server.call("POST", feedsOf(team), { cookie: team.cookie, json });
  expect(answer.status).toBe(201);
  return feedSchema.parse(answer.body);
}
const pathOf = (team: TestTeam, slug: string, format = "json") => `/p/${team.slug}/${slug}/feed.${format}`;
const titles = (body: unknown) => jsonFeed.parse(body).items.map(({ title }) => title);

describe("a public feed", () => {
  it("gives anybody what its filter lets through, as JSON Feed and Atom that caches between may keep", async () => {
    const team = await server.createTeam();
    await server.call("POST", team.activities, { key: team.key, json: EVENT });
    await server.call("POST", team.activities, { key: team.key, json: { ...EVENT, eventType: "comment.added" } });
    const { slug, url } = await publish(team);
    expect(url).toBe(`http://localhost:3000/p/${team.slug}/tasks`);
    const json = await server.call("GET", pathOf(team, slug));
    expect(json.status).toBe(200);
    expect(titles(json.body)).toHaveLength(1);
    expect(Object.fromEntries(json.headers)).toMatchObject({
      "content-type": "application/feed+json; charset=utf-8",
      "cache-control": "public, s-maxage=30, stale-while-revalidate=300",
      "x-robots-tag": "all",
      "access-control-allow-origin": "*",
    });
    expect(json.headers.get("set-cookie")).toBeNull();
    const atom = await server.call("GET", pathOf(team, slug, "atom"));
    expect(atom.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(atom.text.match(/<entry>/g)).toHaveLength(1);
    for (const answer of [json, atom]) {
      const etag = answer.headers.get("etag") ?? "";
      const again = await server.call("GET", pathOf(team, slug, answer === json ? "json" : "atom"), {
        headers: { "if-none-match": etag },
      });
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
      expect(again.headers.get("cache-control")).toContain("s-maxage=30");
    }
  });

  it("never tells of the team itself, nor the ids as they were posted", async () => {
    const team = await server.createTeam();
    await server.call("POST", team.activities, { key: team.key, json: EVENT });
    const { slug } = await publish(team, { name: "Everything" });
    const { text, body } = await server.call("GET", pathOf(team, slug));
    expect(titles(body)).toHaveLength(1);
    expect(text).not.toContain("public feed");
    const [item] = jsonFeed.parse(body).items;
    expect(item?._activity).toMatchObject({ actorKey: item?._activity?.actorId, entityKey: item?._activity?.entityId });
    const own = await publish(team, { name: "Own", filter: "source=team" });
    expect(titles((await server.call("GET", pathOf(team, own.slug))).body)).toEqual([]);
  });

  it("shows no names, or no metadata, when those are hidden: in no byte of JSON and Atom", async () => {
    const team = await server.createTeam();
    const json = {
      eventType: "task.created",
      actor: { id: "zed_key", name: "Zed Quux" },
      entity: { type: "task", id: "1", name: "For Zed Quux" },
      metadata: { board: "Plans of s3cret" },
    };
    await server.call("POST", team.activities, { key: team.key, json });
    const [nameless, bare, open] = [
      await publish(team, { name: "Nameless", hidesNames: true }),
      await publish(team, { name: "Bare", hidesMetadata: true }),
      await publish(team, { name: "Open" }),
    ];
    const texts = async (slug: string) => {
      const answers = [
        await server.call("GET", pathOf(team, slug)),
        await server.call("GET", pathOf(team, slug, "atom")),
      ];
      return answers.map(({ text }) => text).join("\n");
    };
    expect(await texts(nameless.slug)).not.toMatch(/zed|quux|s3cret/i);
    expect(await texts(nameless.slug)).toMatch(/Person [0-9a-f]{6}/);
    expect(await texts(bare.slug)).not.toContain("s3cret");
    expect(await texts(bare.slug)).toContain("Zed Quux");
    expect(await texts(open.slug)).toContain("s3cret");
    expect(await texts(open.slug)).not.toContain("zed_key");
    const path = `${feedsOf(team)}/${open.id}`;
    const changed = await server.call("PUT", path, { cookie: team.cookie, json: { hidesNames: true } });
    expect(changed.body).toMatchObject({ hidesNames: true, hidesMetadata: false });
    expect(await texts(open.slug)).not.toMatch(/zed|quux|s3cret/i);
  });

  it("that is off, deleted, unknown or of an unknown team is not found, all alike", async () => {
    const team = await server.createTeam();
    const other = await server.createTeam();
    const { id, slug } = await publish(team);
    expect((await server.call("GET", pathOf(team, slug))).status).toBe(200);
    const path = `${feedsOf(team)}/${id}`;
    await server.call("PUT", path, { cookie: team.cookie, json: { isOn: false } });
    const off = await server.call("GET", pathOf(team, slug));
    expectProblem(off, 404, "not_found");
    expect(off.headers.get("cache-control")).toBe("no-store");
    for (const unknown of [pathOf(other, slug), pathOf(team, "none"), "/p/no-such-team/tasks/feed.json"]) {
      expect((await server.call("GET", unknown)).text).toBe(off.text);
    }
    await server.call("PUT", path, { cookie: team.cookie, json: { isOn: true, slug: "moved" } });
    expect((await server.call("GET", pathOf(team, "moved"))).status).toBe(200);
    expect((await server.call("GET", pathOf(team, slug))).status).toBe(404);
    await server.call("DELETE", path, { cookie: team.cookie });
    expect((await server.call("GET", pathOf(team, "moved"))).status).toBe(404);
  });

  it("is told to the team when it becomes public, changes, and is so no longer", async () => {
    const team = await server.createTeam();
    const { id } = await publish(team, { name: "Tasks" });
    const put = (json: object) => server.call("PUT", `${feedsOf(team)}/${id}`, { cookie: team.cookie, json });
    await put({ filter: "important=1" });
    expect(await put({ isOn: true })).toMatchObject({ status: 200, body: { isOn: true } });
    await put({ isOn: false });
    await server.call("DELETE", `${feedsOf(team)}/${id}`, { cookie: team.cookie });
    const told = await server.call("GET", `${team.activities}?source=team&limit=10`, { cookie: team.cookie });
    const items = z
      .object({ items: z.array(z.object({ eventType: z.string(), message: z.string() })) })
      .parse(told.body).items;
    expect(items.map(({ eventType, message }) => `${eventType}: ${message}`).reverse()).toEqual([
      "team.feed_published: Ada published the public feed Tasks",
      "team.feed_published: Ada changed the public feed Tasks",
      "team.feed_unpublished: Ada switched off the public feed Tasks",
      "team.feed_unpublished: Ada deleted the public feed Tasks",
    ]);
  });

  it("is managed by admins, seen in the list by members, and by nobody else", async () => {
    const team = await server.createTeam();
    const other = await server.createTeam();
    const { id } = await publish(team);
    const path = `${feedsOf(team)}/${id}`;
    const [admin, member, viewer] = [
      await createMember(server, team, "admin"),
      await createMember(server, team, "member"),
      await createMember(server, team, "viewer"),
    ];
    const reader = { key: await server.createKey(team, ["capture", "read"]) };
    const statuses = async ({ cookie, key }: TestCall) => {
      const who: TestCall = cookie === undefined ? (key === undefined ? {} : { key }) : { cookie };
      const name = `x ${Math.random()}`;
      const made = await server.call("POST", feedsOf(team), { ...who, json: { name } });
      const list = await server.call("GET", feedsOf(team), who);
      const changed = await server.call("PUT", path, { ...who, json: { name } });
      const gone = await server.call("DELETE", `${feedsOf(team)}/${crypto.randomUUID()}`, who);
      return [made, list, changed, gone].map(({ status }) => status);
    };
    expect(await statuses({ cookie: team.cookie })).toEqual([201, 200, 200, 404]);
    expect(await statuses({ cookie: admin.cookie })).toEqual([201, 200, 200, 404]);
    expect(await statuses({ key: team.key })).toEqual([201, 200, 200, 404]);
    expect(await statuses({ cookie: member.cookie })).toEqual([403, 200, 403, 403]);
    expect(await statuses({ cookie: viewer.cookie })).toEqual([403, 403, 403, 403]);
    expect(await statuses(reader)).toEqual([403, 403, 403, 403]);
    expect(await statuses({ cookie: other.cookie })).toEqual([404, 404, 404, 404]);
    expect(await statuses({ key: other.key })).toEqual([401, 401, 401, 401]);
    expect(await statuses({})).toEqual([401, 401, 401, 401]);
    const theirs = await server.call("PUT", `${feedsOf(other)}/${id}`, { cookie: other.cookie, json: { name: "x" } });
    expectProblem(theirs, 404, "not_found");
  });

  it("is refused a taken address and what cannot be used, each named", async () => {
    const team = await server.createTeam();
    await publish(team);
    const post = (json: object) => server.call("POST", feedsOf(team), { cookie: team.cookie, json });
    expectProblem(await post({ name: "Tasks" }), 409, "conflict", ["slug"]);
    expectProblem(await post({ name: "x", slug: "../x" }), 422, "invalid_request", ["slug"]);
    expectProblem(await post({ name: "x", filter: "group=x&from=y" }), 422, "invalid_request", [
      "filter.group",
      "filter.from",
    ]);
    const other = await server.createTeam();
    await publish(other);
    const spelt = await publish(team, { name: "Spelt", filter: "?important=1&type=a,b&x=y" });
    expect(spelt).toMatchObject({ slug: "spelt", filter: "type=a%2Cb&important=1" });
  });
});
