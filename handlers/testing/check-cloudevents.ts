import { z } from "zod";
import type { Check } from "./check-deliveries";
import type { TestTeam } from "./test-server";

const WEBHOOK = "/api/webhooks/{integration}";
const created = z.object({ url: z.url(), secret: z.string() }).loose();
const EVENT = { specversion: "1.0", id: "1", source: "/shop", type: "com.example.order.paid", subject: "42" };
const SINGLE = "application/cloudevents+json";
const BATCH = "application/cloudevents-batch+json";

/** Posts CloudEvents in the place of our own events, in each mode. `activities` is where the team's are posted. */
async function checkCapture(check: Check, activities: string, key: string): Promise<void> {
  const post = (status: number, type: string, body: string, more: Record<string, string> = {}) =>
    check("POST /api/teams/{team}/activities", status, activities, {
      key,
      headers: { "content-type": type, ...more },
      body,
    });
  await post(201, SINGLE, JSON.stringify(EVENT));
  await post(201, SINGLE, JSON.stringify(EVENT));
  await post(422, SINGLE, JSON.stringify({ ...EVENT, type: "a.b" }));
  await post(422, SINGLE, "{}");
  await post(400, SINGLE, "{");
  await post(415, "application/cloudevents+avro", "x");
  await post(200, BATCH, "[]");
  await post(201, BATCH, JSON.stringify([EVENT, {}]));
  await post(422, BATCH, "[1]");
  const binary = { "ce-specversion": "1.0", "ce-id": "3", "ce-source": "/shop", "ce-type": "a.b" };
  await post(201, "application/json", '{"a":1}', binary);
}

/** A webhook of CloudEvents: its handshake, and deliveries in each mode. `integrations` is the address of the team's. */
async function checkWebhook(check: Check, integrations: string, cookie: string): Promise<void> {
  const made = await check("POST /api/teams/{team}/integrations", 201, integrations, {
    cookie,
    json: { provider: "cloudevents" },
  });
  const { url, secret } = created.parse(made.body);
  const path = new URL(url).pathname;
  const origin = { "webhook-request-origin": "eventemitter.example.com" };
  await check(`OPTIONS ${WEBHOOK}`, 200, path, { headers: origin });
  await check(`OPTIONS ${WEBHOOK}`, 204, path);
  await check(`OPTIONS ${WEBHOOK}`, 404, "/api/webhooks/none", { headers: origin });
  const post = (status: number, type: string, body: string, more: Record<string, string> = {}) =>
    check(`POST ${WEBHOOK}`, status, path, {
      headers: { authorization: `Bearer ${secret}`, "content-type": type, ...more },
      body,
    });
  await post(201, SINGLE, JSON.stringify(EVENT));
  await post(200, BATCH, JSON.stringify([EVENT]));
  await post(201, BATCH, JSON.stringify([EVENT, { ...EVENT, id: "2" }]));
  await post(200, BATCH, "[]");
  await post(201, "text/plain", "hello", {
    "ce-specversion": "1.0",
    "ce-id": "3",
    "ce-source": "/shop",
    "ce-type": "a.b",
  });
  await post(422, SINGLE, JSON.stringify({ ...EVENT, specversion: "0.3" }));
  await post(400, SINGLE, "{");
  await post(415, "application/cloudevents+avro", "x");
  await post(401, SINGLE, JSON.stringify(EVENT), { authorization: "Bearer wrong" });
}

/** CloudEvents through both ways in: posted with a key, and sent to a webhook. */
export async function checkCloudevents(check: Check, { slug, activities, key, cookie }: TestTeam): Promise<void> {
  await checkCapture(check, activities, key);
  await checkWebhook(check, `/api/teams/${slug}/integrations`, cookie);
}
