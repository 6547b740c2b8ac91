import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { testServer } from "../testing/test-server";

const server = testServer();
const page = z.object({ items: z.array(z.object({ seq: z.number(), actorName: z.string() })) });
const people = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string() })) });

describe("the sample team", () => {
  it("is made once for a user, full of activity, and removed as a whole", async () => {
    const { cookie } = await server.createTeam();
    const answers = await Promise.all([1, 2, 3].map(() => server.call("POST", "/api/sample-team", { cookie })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [slug, ...others] = answers.map(({ body }) => z.object({ team: z.string() }).parse(body).team);
    expect(others).toEqual([slug, slug]);

    const path = `/api/teams/${slug}`;
    const { items } = page.parse((await server.call("GET", `${path}/activities?limit=200`, { cookie })).body);
    expect(items).toHaveLength(200);
    expect(Math.max(...items.map(({ seq }) => seq))).toBeLessThan(2_000);

    expect((await server.call("DELETE", path, { cookie })).status).toBe(204);
    expectProblem(await server.call("GET", `${path}/activities`, { cookie }), 404, "not_found");
    expectProblem(await server.call("DELETE", path, { cookie }), 404, "not_found");
  });

  it("is the only kind that can be deleted, and needs a session to be made", async () => {
    const team = await server.createTeam();
    expectProblem(await server.call("DELETE", `/api/teams/${team.slug}`, { cookie: team.cookie }), 403, "forbidden");
    expectProblem(await server.call("POST", "/api/sample-team"), 401, "unauthenticated");
    expectProblem(await server.call("POST", "/api/sample-team", { key: team.key }), 401, "unauthenticated");
  });
});

describe("people of a team", () => {
  it("are found by part of a name, those that begin with it first, and never more than 50", async () => {
    const team = await server.createTeam();
    const names = [
      "Joanna",
      "Anna",
      "50% off",
      "Ann_Lee",
      "Bob",
      ...Array.from({ length: 60 }, (_, n) => `Robot ${n}`),
    ];
    const json = names.map((name) => ({ ...EVENT, actor: { id: name, name } }));
    expect((await server.call("POST", team.activities, { key: team.key, json })).status).toBe(201);
    const find = async (q: string) => {
      const path = `/api/teams/${team.slug}/people?q=${encodeURIComponent(q)}`;
      return people.parse((await server.call("GET", path, { key: team.key })).body).items.map(({ name }) => name);
    };
    expect((await find("ann")).sort()).toEqual(["Ann_Lee", "Anna", "Joanna"]);
    expect((await find("ann")).at(-1)).toBe("Joanna");
    expect(await find("n_l")).toEqual(["Ann_Lee"]);
    expect(await find("0% o")).toEqual(["50% off"]);
    expect(await find("robot")).toHaveLength(50);
    expect(await find("")).toHaveLength(50);
    expect(await find("nobody")).toEqual([]);
    expectProblem(
      await server.call("GET", `/api/teams/${team.slug}/people?q=%00`, { key: team.key }),
      422,
      "invalid_request",
      ["q"],
    );
  });
});
