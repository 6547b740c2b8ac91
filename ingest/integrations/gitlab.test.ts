import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { gitlabSource } from "./gitlab";
import { eventOf } from "./gitlab/testing/deliver";
import * as d from "./gitlab/testing/documented";
import { groupToken } from "./gitlab/testing/documented-groups";
import * as runs from "./gitlab/testing/documented-runs";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";

const SIGNING = "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3";
const SIGNED_AT = new Date(1_700_000_000_000);
const BODY = '{"action":"opened","title":"wörld ✓"}';

function sign(body: string, { secret, at }: { secret: string; at: Date }): Record<string, string> {
  const time = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`msg_1.${time}.${body}`).digest("base64");
  return { "webhook-id": "msg_1", "webhook-timestamp": time, "webhook-signature": `v1,${signature}` };
}

describeSignature({
  source: { ...gitlabSource, label: "GitLab by a signing token" },
  vector: {
    secret: SIGNING,
    at: SIGNED_AT,
    body: BODY,
    headers: {
      "webhook-id": "msg_1",
      "webhook-timestamp": "1700000000",
      "webhook-signature": "v1,GIgwcBsCmC+icZgYwTDs8LJnDb05qfYzHYSzKpnu0xI=",
    },
  },
  sign,
  secrets: [SIGNING, "whsec_YW5vdGhlci1zZWNyZXQtYW5vdGhlci1zZWNyZXQ="],
  body: '{ "object_kind": "push", "user_name": "w\\u00f6rld ✓" }',
  toleranceSeconds: 300,
  severalOf: (wrong, right) => ({
    ...right,
    "webhook-signature": `${wrong["webhook-signature"]} ${right["webhook-signature"]}`,
  }),
});

describeSignature({
  source: { ...gitlabSource, label: "GitLab by a secret token" },
  vector: { secret: "las-test-secret", at: SIGNED_AT, body: BODY, headers: { "X-Gitlab-Token": "las-test-secret" } },
  sign: (_body, { secret }) => ({ "X-Gitlab-Token": secret }),
  secrets: ["las-test-secret", "another"],
  body: '{ "object_kind": "push" }',
  isBodySigned: false,
  toleranceSeconds: null,
});

describe("a delivery that may be signed or carry a token", () => {
  const verify = (headers: Record<string, string>, ...secrets: string[]) =>
    gitlabSource.verify(delivery(BODY, headers), secrets, SIGNED_AT);
  const signed = sign(BODY, { secret: SIGNING, at: SIGNED_AT });
  const token = { "X-Gitlab-Token": "plain" };

  it("is judged by its signature alone where it carries one", () => {
    expect(verify({ ...signed, ...token }, SIGNING)).toEqual({ isGenuine: true });
    const forged = { ...signed, ...token, "webhook-signature": `v1,${"A".repeat(43)}=` };
    expect(verify(forged, "plain", SIGNING)).toMatchObject({ refusal: { code: "wrong_signature" } });
    expect(verify({ ...token, "webhook-signature": "v1,AAAA" }, "plain")).toMatchObject({ isGenuine: false });
  });

  it("takes the token that a signing token replaces for as long as that counts", () => {
    expect(verify(signed, SIGNING, "plain")).toEqual({ isGenuine: true });
    expect(verify(token, SIGNING, "plain")).toEqual({ isGenuine: true });
  });

  it("needs a signature once there is a signing token, which is none to send", () => {
    const refusal = { code: "missing_header", header: "webhook-signature" };
    expect(verify({ "X-Gitlab-Token": SIGNING }, SIGNING)).toEqual({ isGenuine: false, refusal });
    expect(verify({ "X-Gitlab-Token": SIGNING }, SIGNING, "plain")).toMatchObject({ isGenuine: false });
    expect(verify({}, SIGNING)).toEqual({ isGenuine: false, refusal });
    expect(verify({}, "plain")).toMatchObject({ refusal: { header: "X-Gitlab-Token" } });
  });

  it("keeps the token out of what is stored", () => {
    expect(gitlabSource.secretHeaders).toContain("X-Gitlab-Token");
  });
});

describe("a delivery", () => {
  const nameOf = (body: object | string, header = "") =>
    gitlabSource.eventName(
      delivery(typeof body === "string" ? body : JSON.stringify(body), { "X-Gitlab-Event": header }),
    );

  it("has the id that it keeps when it is sent again", () => {
    const idOf = (headers: Record<string, string>) => gitlabSource.deliveryId(delivery("{}", headers));
    expect(idOf({ "Idempotency-Key": "i-1", "webhook-id": "w-1" })).toBe("i-1");
    expect(idOf({ "webhook-id": "w-1" })).toBe("w-1");
    expect(idOf({ "X-Gitlab-Webhook-UUID": "u-1", "X-Gitlab-Event-UUID": "u-2" })).toBeNull();
  });

  it("is named by its body, else by its header", () => {
    expect(nameOf(d.mergeRequest)).toBe("merge_request.open");
    expect(nameOf(runs.pipeline)).toBe("pipeline.success");
    expect(nameOf(runs.release)).toBe("release.create");
    expect(nameOf(d.push)).toBe("push");
    expect(nameOf({ event_name: "user_add_to_group" }, "Member Hook")).toBe("user_add_to_group");
    expect(nameOf({}, "Tag Push Hook")).toBe("tag_push");
    expect(nameOf({})).toBeNull();
    expect(nameOf("{")).toBeNull();
  });

  it("says who, which thing, and when it was", () => {
    expect(eventOf(d.mergeRequest)).toMatchObject({
      eventType: "gitlab.merge_request.open",
      source: "gitlab",
      timestamp: "2026-01-16T05:56:26.000Z",
      actor: { id: "1", name: "Alex Garcia", kind: "user", avatarUrl: "https://www.gravatar.com/avatar/1a29da0c?s=80" },
      entity: {
        type: "merge_request",
        id: "93",
        reference: "flightjs/flight-management!16",
        url: "http://gitlab.example.com/flightjs/flight-management/-/merge_requests/16",
      },
      metadata: {
        project: "flightjs/flight-management",
        branch: "feature/booking-validation",
        base: "main",
        reviewers: ["Sidney Jones"],
        description: "This merge request adds input validation to the booking form.",
      },
      isImportant: false,
    });
    expect(eventOf(d.issueNote)).toMatchObject({
      timestamp: "2015-05-17T18:08:09.000Z",
      entity: { type: "issue", id: "92", url: "http://example.com/gitlab-org/gitlab-test/issues/17#note_1241" },
      metadata: { body: "Hello world" },
    });
    expect(eventOf(runs.deployment).timestamp).toBe("2021-04-28T19:50:00.000Z");
    expect(eventOf(d.push).entity.url).toBe(
      "http://example.com/mike/diaspora/-/compare/95790bf891e76fee5e1747ab589903a6a1f80f22...da1560886d4f094c3e6c9ef40349f7d38b5d27d7",
    );
  });

  it("is important where nobody should miss it", () => {
    const failed = { ...runs.pipeline.object_attributes, status: "failed" };
    expect(eventOf({ ...runs.pipeline, object_attributes: failed })).toMatchObject({
      isImportant: true,
      metadata: { failedJobs: ["test-build"], triggeredBy: "Administrator", durationSeconds: 63 },
    });
    expect(eventOf({ ...runs.pipeline, object_attributes: { ...failed, ref: "fix/a" } }).isImportant).toBe(false);
    expect(eventOf({ ...runs.approval, status: "failed" }).isImportant).toBe(true);
    expect(eventOf(runs.vulnerability).isImportant).toBe(true);
    expect(eventOf(groupToken).isImportant).toBe(true);
    expect(eventOf(d.deletedBranch).isImportant).toBe(true);
  });

  it("keeps no variable of a pipeline", () => {
    expect(JSON.stringify(eventOf(runs.pipeline))).not.toContain("us-west-1");
  });

  it("tells bots and agents from people", () => {
    const by = (username: string) => eventOf({ ...d.issue, user: { id: 2, name: "X", username } }).actor.kind;
    expect(["project_15_bot_a1b2", "group_9_bot", "service_account_group_1_a", "support-bot"].map(by)).toEqual(
      Array.from({ length: 4 }, () => "integration"),
    );
    expect([by("GitLabDuo"), by("robothead"), by("abbot")]).toEqual(["agent", "user", "user"]);
  });

  it("is an error of ours when it is no JSON object", () => {
    for (const bad of ["", "[]", "null", "{"]) {
      expect(() => gitlabSource.toEvents(delivery(bad), RECEIVED_AT)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/malformed_json|invalid_request/) }),
      );
    }
  });
});
