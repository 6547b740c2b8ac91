import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { sentrySource } from "./sentry";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";
import { expectTold } from "./testing/expect-told";

describeSignature({
  source: sentrySource,
  vector: {
    secret: "las-test-secret",
    at: RECEIVED_AT,
    body: '{"action":"opened","title":"wörld ✓"}',
    headers: { "Sentry-Hook-Signature": "9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c" },
  },
  secrets: ["las-test-secret", "another"],
  body: '{ "action": "created", "data": { "issue": { "title": "w\\u00f6rld ✓" } } }',
  toleranceSeconds: null,
});

const read = (resource: string, payload: unknown) => {
  const headers = { "Sentry-Hook-Resource": resource, "Request-ID": "r-1" };
  const [told] = sentrySource.toEvents(delivery(JSON.stringify(payload), headers), RECEIVED_AT);
  if (told === undefined) throw new Error("nothing was told");
  return told;
};
const sentry = { type: "application", id: "sentry", name: "Sentry" };
const colleen = { type: "user", id: 789, name: "Colleen O'Rourke" };

// After docs.sentry.io/organization/integrations/integration-platform/webhooks: issues, errors, issue alerts, metric alerts, comments.
const issue = {
  id: "1170820242",
  shortId: "IPE-1",
  title: "TypeError: blah.func is not a function",
  culprit: "/app/index.js",
  level: "error",
  status: "unresolved",
  web_url: "https://acme.sentry.io/issues/1170820242/",
  firstSeen: "2026-11-23T09:30:00.000000Z",
  project: { id: "1", name: "front-end", slug: "front-end" },
  assignedTo: { name: "Sheldon", type: "user" },
};
const error = {
  event_id: "e4874d664c3540c1a32eab185f12c5ab",
  issue_id: "1170820242",
  title: "TypeError: blah.func is not a function",
  web_url: "https://acme.sentry.io/issues/1170820242/events/e4874d664c3540c1a32eab185f12c5ab/",
  environment: "production",
  level: "error",
};
const metric = {
  metric_alert: { id: "7", title: "Critical: Too many errors", alert_rule: { id: "3", name: "Too many errors" } },
  description_text: "1000 events in the last 10 minutes",
  description_title: "Critical: Too many errors",
  web_url: "https://acme.sentry.io/organizations/acme/alerts/rules/details/3/",
};
const comment = {
  comment: "adding a comment",
  project_slug: "front-end",
  comment_id: 1234,
  issue_id: 100,
  timestamp: "2026-11-23T09:00:00Z",
};

describe("a delivery", () => {
  it.each([
    [
      "issue",
      { action: "created", actor: sentry, data: { issue } },
      "Sentry found new issue IPE-1 TypeError: blah.func is not a function in front-end",
    ],
    [
      "issue",
      { action: "resolved", actor: colleen, data: { issue } },
      "Colleen O'Rourke resolved issue IPE-1 TypeError: blah.func is not a function in front-end",
    ],
    [
      "issue",
      { action: "assigned", actor: colleen, data: { issue } },
      "Colleen O'Rourke assigned issue IPE-1 TypeError: blah.func is not a function to Sheldon in front-end",
    ],
    [
      "error",
      { action: "created", actor: sentry, data: { error } },
      "Sentry recorded an error of issue TypeError: blah.func is not a function",
    ],
    [
      "event_alert",
      { action: "triggered", actor: sentry, data: { event: error, triggered_rule: "Very Important" } },
      "Sentry raised the alert Very Important over issue TypeError: blah.func is not a function",
    ],
    [
      "metric_alert",
      { action: "critical", actor: sentry, data: metric },
      "Sentry raised metric alert Too many errors to critical",
    ],
    [
      "metric_alert",
      { action: "resolved", actor: sentry, data: metric },
      "Sentry resolved metric alert Too many errors",
    ],
  ])("of %s %j", (resource, payload, sentence) => {
    const told = read(resource, payload);
    expect(told.message).toBe(sentence);
    expectTold(told);
  });

  it("of a comment, an installation and what it has never heard of", () => {
    const said = read("comment", { action: "created", actor: colleen, data: comment });
    expect(said.message).toBe("Colleen O'Rourke commented on issue 100 in front-end");
    expect(said).toMatchObject({ metadata: { body: "adding a comment" }, entity: { type: "issue", id: "100" } });
    const installed = read("installation", {
      action: "created",
      actor: colleen,
      data: { installation: { app: { slug: "feed" }, uuid: "u-1" } },
    });
    expect(installed.message).toBe("Colleen O'Rourke created installation feed");
    expect(read("seer", { action: "root_cause_completed", data: {} }).message).toBe(
      "Sentry completed root cause for a seer",
    );
    for (const told of [said, installed]) expectTold(told, { hasLink: false });
  });

  it("has its id, name, type and one entity for all that is about an issue", () => {
    const one = delivery('{"action":"created"}', { "Sentry-Hook-Resource": "issue", "Request-ID": "r-1" });
    expect([sentrySource.deliveryId(one), sentrySource.eventName(one)]).toEqual(["r-1", "issue.created"]);
    const [found, again] = [
      read("issue", { action: "created", data: { issue } }),
      read("error", { action: "created", data: { error } }),
    ];
    expect(found).toMatchObject({
      eventType: "sentry.issue.created",
      isImportant: true,
      timestamp: "2026-11-23T09:30:00.000Z",
    });
    expect(again.entity.id).toBe(found.entity.id);
  });

  it("is valid whatever is in it", () => {
    const resources = ["issue", "error", "event_alert", "metric_alert", "comment", "x"];
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...resources),
        fc.constantFrom(...Object.keys(issue)),
        (value, resource, key) => {
          const part = { ...issue, [key]: value };
          for (const data of [
            value,
            { issue: part, error: part, event: part, metric_alert: { [key]: value } },
            { ...comment, comment: value, issue_id: value },
          ]) {
            const told = read(resource, { action: "created", actor: value, data });
            expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
            expect(told.message).toContain(told.entity.name);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
