import { describe, expect, it } from "vitest";
import { activityPageSchema } from "@/activity/activity";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const at = (minute: number) => `2026-01-05T10:${String(minute).padStart(2, "0")}:00.000Z`;
const ALERT = { eventType: "alert.cpu", actor: { id: "probe", kind: "integration" }, source: "probe" };
const COMMENT = { ...EVENT, eventType: "comment.added" };

async function post(team: TestTeam, ...events: object[]) {
  const answer = await server.call("POST", team.activities, { key: team.key, json: events });
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 201 });
}

async function list(team: TestTeam, query: string) {
  const answer = await server.call("GET", `${team.activities}${query}`, { key: team.key });
  expect(answer.status).toBe(200);
  return activityPageSchema.parse(answer.body);
}

describe("GET …/activities?fold=on", () => {
  it("gives a storm as one item, and what people say beside it as it is", async () => {
    const team = await server.createTeam();
    const alert = (n: number) => ({ ...ALERT, entity: { type: "host", id: `web-${n % 7}` }, timestamp: at(n % 30) });
    await post(team, ...Array.from({ length: 300 }, (_, n) => alert(n)));
    await post(team, ...[3, 9, 12].map((minute) => ({ ...COMMENT, timestamp: at(minute) })));
    const page = await list(team, "?fold=on");
    expect(page.items.map(({ eventType }) => eventType)).toEqual(["alert.cpu", ...Array(3).fill("comment.added")]);
    const [fold] = page.folds ?? [];
    expect(page.folds).toHaveLength(1);
    expect(fold).toMatchObject({
      seq: page.items[0]?.seq,
      count: 300,
      kind: "machine",
      eventType: null,
      source: "probe",
    });
    expect([fold?.first, fold?.last]).toEqual([at(0), at(29)]);
    const members = await list(team, `?source=probe&from=${at(0)}&to=2026-01-05T11:00:00Z&limit=200`);
    expect(members.items).toHaveLength(200);
    expect(members.folds).toBeUndefined();
  });

  it("goes on by its cursor, each row once", async () => {
    const team = await server.createTeam();
    for (const id of ["a", "b", "c"])
      await post(team, ...[1, 2].map((minute) => ({ ...EVENT, entity: { type: "task", id }, timestamp: at(minute) })));
    const first = await list(team, "?fold=on&limit=2");
    expect(first.rest?.map(({ count }) => count)).toEqual([2]);
    const second = await list(team, `?fold=on&limit=2&cursor=${first.nextCursor}`);
    const rows = [...first.items, ...second.items].map(({ entityKey }) => entityKey);
    expect(rows).toEqual(["c", "b", "a"]);
    expect(second.nextCursor).toBeNull();
  });

  it("goes back up from a page further down, as the links say", async () => {
    const team = await server.createTeam();
    const times = Array.from({ length: 6 }, (_, hour) => `2026-01-05T0${hour}:30:00.000Z`);
    await post(team, ...times.map((timestamp) => ({ ...EVENT, timestamp })));
    const all = await list(team, "?fold=on");
    expect(all.items).toHaveLength(6);
    const first = await list(team, "?fold=on&limit=2");
    const second = await list(team, `?fold=on&limit=2&cursor=${first.nextCursor}`);
    const back = await list(team, `?fold=on&limit=1&cursor=${second.prevCursor}`);
    expect(back.items).toEqual([first.items[1]]);
    const top = await list(team, `?fold=on&limit=5&cursor=${back.prevCursor}`);
    expect(top.items).toEqual([first.items[0]]);
    expect(top.prevCursor).toBeNull();
  });

  it("is off unless it is asked for, and names what cannot stand beside it", async () => {
    const team = await server.createTeam();
    await post(team, EVENT, EVENT);
    expect((await list(team, "")).items).toHaveLength(2);
    expect((await list(team, "?fold=off")).items).toHaveLength(2);
    const faults: [query: string, paths: string[]][] = [
      ["fold=yes", ["fold"]],
      [`fold=on&at=${at(1)}`, ["at"]],
    ];
    for (const [query, paths] of faults) {
      const answer = await server.call("GET", `${team.activities}?${query}`, { key: team.key });
      expectProblem(answer, 422, "invalid_request", paths);
    }
  });
});
