import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { jiraSource } from "./jira";
import { ada, ISSUES, issue, SITE, update } from "./jira/testing/issues";
import { THINGS } from "./jira/testing/things";
import { asStored } from "./testing/as-stored";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";
import { expectTold } from "./testing/expect-told";

const VECTOR = "sha256=9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c";
const BODY = '{"action":"opened","title":"wörld ✓"}';

describeSignature({
  source: jiraSource,
  vector: { secret: "las-test-secret", at: RECEIVED_AT, body: BODY, headers: { "X-Hub-Signature": VECTOR } },
  secrets: ["las-test-secret", "another"],
  body: '{ "webhookEvent": "jira:issue_updated", "issue": { "key": "W\\u00d6-1 ✓" } }',
  toleranceSeconds: null,
});

// From developer.atlassian.com/cloud/jira/platform/webhooks: "Secure admin webhooks".
it("is that of Jira's documentation", () => {
  const headers = { "X-Hub-Signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" };
  expect(jiraSource.verify(delivery("Hello World!", headers), ["It's a Secret to Everybody"], RECEIVED_AT)).toEqual({
    isGenuine: true,
  });
});

it("takes no other method, and GitHub's header neither", () => {
  const sha1 = `sha1=${createHmac("sha1", "las-test-secret").update(BODY).digest("hex")}`;
  const wrong: Record<string, string>[] = [
    { "X-Hub-Signature": sha1 },
    { "X-Hub-Signature": VECTOR.slice(7) },
    { "X-Hub-Signature-256": VECTOR },
  ];
  for (const headers of wrong)
    expect(jiraSource.verify(delivery(BODY, headers), ["las-test-secret"], RECEIVED_AT).isGenuine).toBe(false);
});

const read = (payload: unknown) => {
  const [told] = jiraSource.toEvents(delivery(JSON.stringify(payload)), RECEIVED_AT);
  if (told === undefined) throw new Error("nothing was told");
  return told;
};
const isLinked = (event: unknown) => !/issuelink|worklog|option|blocked|failed/.test(String(event));

describe("a delivery", () => {
  it.each([...ISSUES, ...THINGS])("of %j", (payload, sentence) => {
    const told = asStored(read(payload));
    expect(told.message).toBe(sentence);
    const hasLink = !/an automation|5c5f/.test(sentence) && isLinked(payload.webhookEvent);
    expectTold(told, { hasLink });
    expect(JSON.stringify(told)).not.toMatch(/secret|acme\.test/);
  });

  it("has its id, name, type, time, actor, link and what was changed", () => {
    const payload = update([{ field: "status", from: "1", fromString: "To Do", to: "3", toString: "In Progress" }]);
    const one = delivery(JSON.stringify({ ...payload, issue_event_type_name: "issue_generic" }), {
      "X-Atlassian-Webhook-Identifier": "4f6c1e1a",
    });
    expect([jiraSource.deliveryId(one), jiraSource.eventName(one)]).toEqual([
      "4f6c1e1a",
      "issue_updated.issue_generic",
    ]);
    expect(jiraSource.eventName(delivery('{"webhookEvent":"jira:version_released"}'))).toBe("version_released");
    expect(jiraSource.eventName(delivery("[]"))).toBeNull();
    expect(read(payload)).toEqual({
      eventType: "jira.issue.updated",
      timestamp: "2019-02-16T03:11:18.321Z",
      actor: { id: ada.accountId, name: "Ada Lovelace", kind: "user", avatarUrl: "https://avatar.test/48" },
      entity: { type: "issue", id: "10040", name: "Fix login", reference: "TES-41", url: `${SITE}/browse/TES-41` },
      message: "Ada Lovelace moved TES-41 Fix login from To Do to In Progress",
      metadata: {
        issueType: "Story",
        status: "In Progress",
        statusCategory: "indeterminate",
        priority: "High",
        assignee: "Bob",
        project: "Website",
        labels: ["sad"],
        changes: { status: { from: "To Do", to: "In Progress" } },
      },
      isImportant: false,
      source: "jira",
    });
    expect(read(update([], { issue_event_type_name: "issue_assigned" })).eventType).toBe("jira.issue.updated.assigned");
  });

  it("has one entity for all that is about an issue, under the name that is known of it", () => {
    const [worklog] = THINGS.find(([payload]) => payload.webhookEvent === "worklog_created") ?? [];
    const told = read(worklog);
    expect(told.entity).toEqual({ type: "issue", id: "10014" });
    const known = { entity: "Fix login", reference: "TES-41" };
    expect(asStored(told, known).message).toBe("Ada Lovelace logged 4d of work on issue TES-41 Fix login");
    expect(read(update([])).entity).toMatchObject({ type: "issue", id: "10040" });
  });

  it("tells a comment in plain text, whichever markup it has, and not what only some may read", () => {
    const comment = (more: object) =>
      read({ webhookEvent: "comment_created", issue, comment: { id: "7", author: ada, ...more } });
    const said = comment({ body: "See [the docs|https://x.test] {code}x{code}, [~bob]" });
    expect(said.metadata).toMatchObject({ body: "See the docs x, @bob" });
    expect(said.entity.url).toBe(`${SITE}/browse/TES-41?focusedCommentId=7`);
    const body = { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text: "Hi" }] }] };
    expect(comment({ body }).metadata).toMatchObject({ body: "Hi" });
    const visibility = { type: "role", value: "Administrators" };
    const restricted = comment({ body: "psst", visibility });
    expect(restricted.metadata).toMatchObject({ visibleTo: "Administrators" });
    expect(JSON.stringify(restricted)).not.toContain("psst");
    expect(comment({ body: "Hi", jsdPublic: false }).metadata).toMatchObject({ isInternal: true });
  });

  it("has no link where no page of the site can be told", () => {
    const app = {
      ...issue,
      self: "https://api.atlassian.com/ex/jira/11223344/rest/api/3/issue/10040",
      fields: { summary: "A" },
    };
    expect(read({ webhookEvent: "jira:issue_created", issue: app }).entity.url).toBeUndefined();
    const server = { ...app, self: "https://jira.acme.test:8443/jira/rest/api/2/10040" };
    const { entity } = read({ webhookEvent: "jira:issue_created", issue: server });
    expect(entity.url).toBe("https://jira.acme.test:8443/jira/browse/TES-41");
  });

  it("is important when what cannot wait is created, and when a project goes", () => {
    const blocker = { ...issue, fields: { ...issue.fields, priority: { name: "Blocker" } } };
    expect(read({ webhookEvent: "jira:issue_created", issue: blocker }).isImportant).toBe(true);
    expect(read({ webhookEvent: "jira:issue_created", issue }).isImportant).toBe(false);
    expect(read({ webhookEvent: "project_soft_deleted", project: { name: "Web" } }).isImportant).toBe(true);
  });

  it("is valid whatever is in it", () => {
    const all = [...ISSUES, ...THINGS].map(([payload]) => payload);
    const parts = ["issue", "comment", "user", "changelog", "worklog", "version", "sprint", "project", "issueLink"];
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...all),
        fc.constantFrom(...parts, "webhookEvent", "issue_event_type_name", "timestamp", "property", "attachment"),
        fc.constantFrom(...Object.keys(issue.fields), "key", "id"),
        (value, payload, key, field) => {
          const fields = { ...issue.fields, [field]: value };
          const items = [
            { field: value, fromString: value, toString: value },
            { field: "labels", toString: value },
          ];
          for (const broken of [
            { ...payload, [key]: value },
            { ...payload, issue: { ...issue, [field]: value, fields }, comment: { author: value, body: value } },
            update(items.slice(0, field.length % 3)),
          ]) {
            const told = read(broken);
            expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
            const { message, actor, entity } = asStored(told);
            expect(message?.startsWith(`${actor.name} `)).toBe(true);
            expect(message).toContain(entity.name);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
