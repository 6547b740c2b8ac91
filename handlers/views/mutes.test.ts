import { expect, it } from "vitest";
import { z } from "zod";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { testServer } from "../testing/test-server";

const server = testServer();
const listSchema = z.object({
  items: z.array(z.object({ unread: z.object({ count: z.number() }) })),
  mutes: z.array(z.object({ field: z.string(), value: z.string(), name: z.string() })),
});

it("mutes for the caller alone, leaves it out of what is unread, and ends", async () => {
  const team = await server.createTeam();
  const base = `/api/teams/${team.slug}`;
  const { cookie } = team;
  const list = async () => listSchema.parse((await server.call("GET", `${base}/views`, { cookie })).body);
  await server.call("POST", `${base}/views`, { cookie, json: { name: "Tasks", filter: "type=task.*" } });
  const noise = { ...EVENT, eventType: "task.noise" };
  await server.call("POST", team.activities, { key: team.key, json: [EVENT, noise, noise] });
  expect((await list()).items[0]?.unread.count).toBe(3);

  const mute = { field: "type", value: "task.noise", name: "Noise" };
  for (const name of ["Noise", "Much noise"]) {
    expect((await server.call("PUT", `${base}/mutes`, { cookie, json: { ...mute, name } })).status).toBe(204);
  }
  expect(await list()).toMatchObject({ items: [{ unread: { count: 1 } }], mutes: [{ ...mute, name: "Much noise" }] });

  const gone = await server.call("DELETE", `${base}/mutes?field=type&value=task.noise`, { cookie });
  expect(gone.status).toBe(204);
  expect(await list()).toMatchObject({ items: [{ unread: { count: 3 } }], mutes: [] });
});

it("names what cannot be muted, and stops at what a filter has room for", async () => {
  const team = await server.createTeam();
  const put = (json: object) => server.call("PUT", `/api/teams/${team.slug}/mutes`, { cookie: team.cookie, json });
  expectProblem(await put({ field: "source", value: "x", name: "X" }), 422, "invalid_request", ["field"]);
  expectProblem(await put({ field: "actor", value: "me", name: "Me" }), 422, "invalid_request", ["value"]);
  for (let count = 0; count < 30; count += 1) await put({ field: "type", value: `noise.n${count}`, name: "Noise" });
  expectProblem(await put({ field: "type", value: "one.more", name: "More" }), 409, "conflict");
  expect((await put({ field: "entity", value: "task:1", name: "Task" })).status).toBe(204);
});
