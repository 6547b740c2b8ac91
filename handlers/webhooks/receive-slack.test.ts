import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema } from "@/activity/activity";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

async function connect(): Promise<{ team: TestTeam; path: string }> {
  const team = await server.createTeam();
  const json = { provider: "slack", secret: SECRET };
  const made = await server.call("POST", `/api/teams/${team.slug}/integrations`, { cookie: team.cookie, json });
  return { team, path: new URL(z.object({ url: z.url() }).parse(made.body).url).pathname };
}

function post(path: string, body: string, type = "application/json", secret = SECRET) {
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex")}`;
  const headers = { "content-type": type, "x-slack-request-timestamp": time, "x-slack-signature": signature };
  return server.call("POST", path, { headers, body });
}

const messages = async ({ activities, key }: TestTeam) =>
  activityPageSchema
    .parse((await server.call("GET", `${activities}?source=-team`, { key })).body)
    .items.map(({ message }) => message);
const event = (id: string, inner: object) =>
  JSON.stringify({ type: "event_callback", team_id: "T1A", event_id: id, event: inner });

it("answers Slack's question about the URL when it is signed, and stores nothing", async () => {
  const { team, path } = await connect();
  const body = '{"type":"url_verification","token":"t","challenge":"3eZbrw1aBm2r"}';
  const answer = await post(path, body);
  expect(answer).toMatchObject({ status: 200, text: "3eZbrw1aBm2r" });
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const stranger = await post(path, body, "application/json", "another");
  expect(stranger.status).toBe(401);
  expect(stranger.text).not.toContain("3eZbrw1aBm2r");
  expect(await messages(team)).toEqual([]);
});

it("stores an event once, under the names that it has learned", async () => {
  const { team, path } = await connect();
  const general = { id: "C1A", name: "general", creator: "U1A" };
  await post(path, event("Ev1", { type: "user_change", user: { id: "U1A", profile: { display_name: "Ada" } } }));
  await post(path, event("Ev2", { type: "channel_created", channel: general }));
  const said = event("Ev3", { type: "message", channel: "C1A", user: "U1A", text: "Hello", ts: "1.2" });
  expect((await post(path, said)).status).toBe(201);
  expect((await post(path, said)).status).toBe(200);
  expect((await messages(team)).sort()).toEqual([
    "Ada changed their profile",
    "Ada created #general",
    "Ada posted in #general: Hello",
  ]);
});

it("stores a slash command and answers nothing that people would see", async () => {
  const { team, path } = await connect();
  const command = { command: "/deploy", text: "web", user_id: "U1A", user_name: "ada", trigger_id: "1.2" };
  const answer = await post(path, new URLSearchParams(command).toString(), "application/x-www-form-urlencoded");
  expect(answer).toMatchObject({ status: 200, text: "" });
  expect(await messages(team)).toEqual(["ada ran /deploy web"]);
});
