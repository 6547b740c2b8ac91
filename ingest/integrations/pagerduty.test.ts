import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { pagerdutySource } from "./pagerduty";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";
import { expectTold } from "./testing/expect-told";

describeSignature({
  source: pagerdutySource,
  vector: {
    secret: "las-test-secret",
    at: RECEIVED_AT,
    body: '{"action":"opened","title":"wörld ✓"}',
    headers: { "X-PagerDuty-Signature": "v1=9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c" },
  },
  secrets: ["las-test-secret", "another"],
  body: '{ "event": { "event_type": "incident.triggered", "data": { "title": "w\\u00f6rld ✓" } } }',
  toleranceSeconds: null,
  severalOf: (wrong, right) => ({
    "X-PagerDuty-Signature": `${wrong["X-PagerDuty-Signature"]}, ${right["X-PagerDuty-Signature"]}`,
  }),
});

// After developer.pagerduty.com/docs/webhooks-overview, "Incident event data type".
const reference = (id: string, summary: string, type: string) => ({
  id,
  summary,
  type,
  html_url: `https://acme.pagerduty.com/x/${id}`,
});
const incident = {
  id: "PGR0VU2",
  type: "incident",
  self: "https://api.pagerduty.com/incidents/PGR0VU2",
  html_url: "https://acme.pagerduty.com/incidents/PGR0VU2",
  number: 2,
  status: "triggered",
  title: "A little bump in the road",
  service: reference("PF9KMXH", "API Service", "service_reference"),
  assignees: [reference("PTUXL6G", "Guillermo Torres", "user_reference")],
  priority: reference("PSO75BM", "P1", "priority_reference"),
  urgency: "high",
};
const agent = reference("PLH1HKV", "Tenex Engineer", "user_reference");
const event = (event_type: string, data: unknown, by: unknown = agent) => ({
  event: {
    id: "01CEIUTHL6FH2FZ9J0HQMXBKEJ",
    event_type,
    resource_type: "incident",
    occurred_at: "2026-11-23T09:40:00.000Z",
    agent: by,
    data,
  },
});
const read = (payload: unknown) => {
  const [told] = pagerdutySource.toEvents(delivery(JSON.stringify(payload)), RECEIVED_AT);
  if (told === undefined) throw new Error("nothing was told");
  return told;
};
const part = (more: object) => ({
  incident: {
    id: "PGR0VU2",
    summary: "A little bump in the road",
    type: "incident_reference",
    html_url: incident.html_url,
  },
  ...more,
});

describe("an event", () => {
  it.each([
    [
      event("incident.triggered", incident, null),
      "PagerDuty triggered incident A little bump in the road (#2) on API Service",
    ],
    [
      event("incident.acknowledged", incident),
      "Tenex Engineer acknowledged incident A little bump in the road (#2) on API Service",
    ],
    [
      event("incident.resolved", incident),
      "Tenex Engineer resolved incident A little bump in the road (#2) on API Service",
    ],
    [
      event("incident.reassigned", incident),
      "Tenex Engineer reassigned incident A little bump in the road (#2) to Guillermo Torres",
    ],
    [
      event("incident.priority_updated", incident),
      "Tenex Engineer set the priority of incident A little bump in the road (#2) to P1",
    ],
    [
      event("incident.annotated", part({ id: "P1", content: "I am on it", type: "incident_note" })),
      "Tenex Engineer wrote a note on incident A little bump in the road",
    ],
    [
      event("incident.responder.added", part({ user: { summary: "Ada" } })),
      "Tenex Engineer asked Ada to help with incident A little bump in the road",
    ],
    [
      event("service.updated", reference("PF9KMXH", "API Service", "service")),
      "Tenex Engineer updated service API Service",
    ],
  ])("of %j", (payload, sentence) => {
    const told = read(payload);
    expect(told.message).toBe(sentence);
    expectTold(told);
  });

  it("says that a webhook was tried out, and takes what it has never heard of", () => {
    const ping = read(event("pagey.ping", { message: "Hello from your friend Pagey!" }, null));
    expect(ping.message).toBe("PagerDuty sent a test through a PagerDuty webhook");
    expectTold(ping, { hasLink: false });
    expect(read({}).message).toBe("PagerDuty updated an event");
    expect(read(event("robot.danced", { summary: "Marvin" })).message).toBe("Tenex Engineer danced robot Marvin");
  });

  it("has ids, a type and a time, and is important when somebody is woken", () => {
    const one = delivery(JSON.stringify(event("incident.triggered", incident)), { "X-Webhook-Id": "hook-1" });
    expect(pagerdutySource.deliveryId(one)).toBe("hook-1");
    expect(pagerdutySource.deliveryId(delivery(JSON.stringify(event("a.b", {}))))).toBe("01CEIUTHL6FH2FZ9J0HQMXBKEJ");
    expect(pagerdutySource.eventName(one)).toBe("incident.triggered");
    const told = read(event("incident.triggered", incident));
    expect(told).toMatchObject({
      isImportant: true,
      timestamp: "2026-11-23T09:40:00.000Z",
      entity: { reference: "#2" },
    });
    expect(read(event("incident.annotated", part({ content: "I am on it" }))).metadata).toMatchObject({
      body: "I am on it",
    });
  });

  it("is valid whatever is in it", () => {
    const types = ["incident.triggered", "incident.responder.added", "service.updated", "pagey.ping", "x"];
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...types, ""),
        fc.constantFrom(...Object.keys(incident)),
        (value, type, key) => {
          for (const data of [value, { ...incident, [key]: value }, part({ [key]: value })]) {
            const told = read(event(type, data, value));
            expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
            expect(told.message).toContain(told.entity.name);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
