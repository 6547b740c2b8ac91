import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { linearSource } from "./linear";
import { eventOf } from "./linear/testing/deliver";
import * as p from "./linear/testing/payloads";
import { agentSession, issueSla } from "./linear/testing/payloads-apps";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";

const SIGNED_AT = new Date(1_700_000_000_000);
const sign = (body: string, { secret }: { secret: string }) => ({
  "Linear-Signature": createHmac("sha256", secret).update(body).digest("hex"),
});
const bodyAt = (at: Date) =>
  `{ "action": "create", "type": "Issue", "data": { "title": "w\\u00f6rld ✓" }, "webhookTimestamp": ${at.getTime()} }`;

describeSignature({
  source: linearSource,
  vector: {
    secret: "las-test-secret",
    at: SIGNED_AT,
    body: '{"action":"update","type":"Issue","webhookTimestamp":1700000000000}',
    headers: { "Linear-Signature": "a3fb8b8e1fe21537d031c6fc4eccb8c3429589be3b46b5158fd48380bd9e2a0e" },
  },
  sign,
  secrets: ["las-test-secret", "another"],
  body: bodyAt(SIGNED_AT),
  bodyAt,
  toleranceSeconds: 60,
});

describe("a delivery's time", () => {
  const verify = (body: string, headers: Record<string, string> = {}) => {
    const signed = { ...sign(body, { secret: "s" }), ...headers };
    return linearSource.verify(delivery(body, signed), ["s"], SIGNED_AT);
  };

  it("is the signed one, whatever the header beside it says", () => {
    const old = bodyAt(new Date(SIGNED_AT.getTime() - 600_000));
    expect(verify(old, { "Linear-Timestamp": String(SIGNED_AT.getTime()) })).toEqual({
      isGenuine: false,
      refusal: { code: "clock_off", seconds: -600 },
    });
    expect(verify(bodyAt(SIGNED_AT), { "Linear-Timestamp": "1" })).toEqual({ isGenuine: true });
  });

  it("must be there, as a number", () => {
    for (const body of ["{}", '{"webhookTimestamp":"1700000000000"}', '{"webhookTimestamp":null}'])
      expect(verify(body)).toMatchObject({ refusal: { code: "clock_off" } });
  });

  it("is not asked of what is rightly signed and no JSON object: that is of no use at any time", () => {
    for (const body of ["[]", "{", ""]) expect(verify(body)).toEqual({ isGenuine: true });
  });
});

describe("a delivery", () => {
  it("has its id and its name", () => {
    const one = delivery('{"type":"ProjectUpdate","action":"create"}', {
      "Linear-Delivery": "d-1",
      "Linear-Event": "X",
    });
    expect([linearSource.deliveryId(one), linearSource.eventName(one)]).toEqual(["d-1", "ProjectUpdate.create"]);
    expect(linearSource.eventName(delivery("{", { "Linear-Event": "Issue" }))).toBe("Issue");
    expect(linearSource.eventName(delivery("{}"))).toBeNull();
    expect(linearSource.deliveryId(delivery("{}"))).toBeNull();
  });

  it("says who, which thing, and when it was", () => {
    expect(eventOf(p.issue)).toMatchObject({
      eventType: "linear.issue.create",
      source: "linear",
      timestamp: "2026-11-23T09:36:45.293Z",
      actor: {
        id: "14982762-f00e-4595-8dc5-5a93d8ba4ba2",
        name: "Ada",
        kind: "user",
        avatarUrl: "https://public.linear.app/ada.png",
      },
      entity: {
        type: "issue",
        id: "7f2cba4d-6244-415c-ac09-63eb071755a8",
        name: "Fix login",
        reference: "ENG-42",
        url: "https://linear.app/acme/issue/ENG-42/fix-login",
      },
      metadata: {
        state: "In Progress",
        priority: "High",
        team: "Engineering",
        project: "Autumn",
        cycle: "Cycle 12",
        labels: ["Bug", "Web"],
        description: "It fails.",
      },
      isImportant: false,
    });
    expect(eventOf(p.projectUpdate).eventType).toBe("linear.project_update.create");
    expect(eventOf({ ...issueSla, action: "highRisk" }).eventType).toBe("linear.issue_sla.high_risk");
  });

  it("has one entity for all that is about an issue", () => {
    const ids = [p.issue, p.comment, p.reaction, p.customerNeed, issueSla, agentSession].map(
      (payload) => eventOf(payload).entity.id,
    );
    expect(new Set(ids)).toEqual(new Set([p.issueData.id]));
    expect(eventOf(p.comment)).toMatchObject({
      entity: { url: expect.stringContaining("#comment-"), reference: "ENG-42" },
      metadata: { body: expect.stringContaining("definitely an improvement") },
    });
  });

  it("is important where nobody should miss it", () => {
    const urgent = { ...p.issue, data: { ...p.issueData, priority: 1, priorityLabel: "Urgent" } };
    expect(eventOf(urgent).isImportant).toBe(true);
    expect(eventOf({ ...urgent, action: "update", updatedFrom: { estimate: 1 } }).isImportant).toBe(false);
    expect(eventOf(issueSla).isImportant).toBe(true);
    expect(eventOf(p.initiativeUpdate).isImportant).toBe(true);
    expect(eventOf(p.projectUpdate).isImportant).toBe(false);
  });

  it("tells apps and Linear's own automations from people", () => {
    const by = (actor: unknown) => eventOf({ ...p.issue, action: "remove", actor }).actor;
    expect(by({ id: "o", type: "OauthClient", name: "Cursor" })).toMatchObject({ name: "Cursor", kind: "integration" });
    expect(by({ id: "i", type: "Integration", service: "github" })).toMatchObject({
      name: "Github",
      kind: "integration",
    });
    expect(by(null)).toMatchObject({ id: "linear", name: "Linear", kind: "integration" });
  });

  it("keeps neither what an agent reads nor what an attachment hides", () => {
    const told = JSON.stringify([eventOf(agentSession), eventOf(p.attachment), eventOf(p.user)]);
    expect(told).not.toMatch(/all of it|"secret"|@example\.com/);
  });

  // A comment of 2023 (morgs32/linear-hill-charts): no actor, no identifier.
  it("reads bodies of old", () => {
    const told = eventOf({
      action: "create",
      type: "Comment",
      createdAt: "2023-06-19T23:49:08.407Z",
      data: {
        id: "66b59ec2-931e-49b6-9a10-4efeee1603ec",
        body: "This is a comment created",
        issueId: "6a17c5cc-5188-4487-ab56-44626a9b2daf",
        issue: { id: "6a17c5cc-5188-4487-ab56-44626a9b2daf", title: "Save comments!" },
        user: { id: "14982762-f00e-4595-8dc5-5a93d8ba4ba2", name: "Morgan" },
      },
      url: "https://linear.app/linear-hill-charts/issue/LIN-28#comment-66b59ec2",
      organizationId: "c8986123-11f1-4eef-8227-55102f7eac46",
    });
    expect(told.message).toBe("Morgan commented on LIN-28 Save comments!");
    expect(told.entity.reference).toBe("LIN-28");
  });

  it("is told plainly when Linear invents something", () => {
    expect(eventOf({ type: "PullRequest", action: "create", data: { title: "Fix" } }).message).toBe(
      "Linear created pull request Fix",
    );
    expect(eventOf({}, "Roadmap").message).toBe("Linear updated a roadmap");
    expect(eventOf({ type: "AuditEntry", action: "create", data: { type: "login", ip: "1.2.3.4" } })).toMatchObject({
      message: "Linear created audit entry login",
      metadata: expect.not.objectContaining({ ip: expect.anything() }),
    });
  });

  it("is an error of ours when it is no JSON object", () => {
    for (const bad of ["", "[]", "null", "{"]) {
      expect(() => linearSource.toEvents(delivery(bad), RECEIVED_AT)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/malformed_json|invalid_request/) }),
      );
    }
  });
});
