import { beforeAll, describe, expect, it } from "vitest";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
let team: TestTeam;
beforeAll(async () => {
  team = await server.createTeam();
  const json = [
    EVENT,
    EVENT,
    { ...EVENT, eventType: "task.completed", actor: { id: "u_2", name: "Priya Raman" }, source: "github" },
    { ...EVENT, eventType: "comment.added", entity: { type: "page", id: "a,b", name: "A & B" } },
  ];
  expect((await server.call("POST", team.activities, { key: team.key, json })).status).toBe(201);
});

const facets = (query: string) => server.call("GET", `${team.activities}/facets?${query}`, { key: team.key });
const counted = async (query: string) => {
  const answer = await facets(query);
  expect(answer.status).toBe(200);
  const items: { name: string; count: number }[] = JSON.parse(answer.text).items;
  return Object.fromEntries(items.map(({ name, count }) => [name, count]));
};

describe("GET …/activities/facets", () => {
  it("counts the options of one field under the rest of the filter alone", async () => {
    expect(await counted("field=type&source=api&type=task.completed")).toMatchObject({
      "task.created": 2,
      "comment.added": 1,
    });
    expect(await counted("field=source&type=task.*")).toEqual({ api: 2, github: 1 });
    expect(await counted("field=actor&part=priya")).toEqual({ "Priya Raman": 1 });
    expect(await counted("field=actor&type=comment.added")).toMatchObject({ "Priya Raman": 0 });
    expect(await counted("field=entity&part=%26")).toEqual({ "A & B": 1 });
  });

  it("gives values as the filter takes them", async () => {
    const answer = await facets("field=entity&part=A%20%26");
    expect(answer.body).toMatchObject({ items: [{ value: "page:a,b" }] });
    expect((await server.call("GET", `${team.activities}?entity=page:a%252Cb`, { key: team.key })).body).toMatchObject({
      items: [{ entityName: "A & B" }],
    });
  });

  it("names what it cannot use", async () => {
    for (const [query, path] of [
      ["", "field"],
      ["field=color", "field"],
      ["field=type&group=nobody", "group"],
      [`field=type&part=${"x".repeat(201)}`, "part"],
    ] as const) {
      expectProblem(await facets(query), 422, "invalid_request", [path]);
    }
  });
});
