import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { bitbucketSource } from "./bitbucket";
import * as cloud from "./bitbucket/testing/cloud";
import { readAll } from "./bitbucket/testing/deliver";
import * as server from "./bitbucket/testing/server";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";

const SECRET = "las-test-secret";
const BODY = '{"action":"opened","title":"wörld ✓"}';
const VECTOR = "sha256=9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c";

describeSignature({
  source: bitbucketSource,
  vector: { secret: SECRET, at: RECEIVED_AT, body: BODY, headers: { "X-Hub-Signature": VECTOR } },
  sign: (body, { secret }) => ({
    "X-Hub-Signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  }),
  secrets: [SECRET, "another"],
  body: '{ "test": true, "title": "w\\u00f6rld ✓" }',
  toleranceSeconds: null,
});

describe("a signature", () => {
  const verify = (headers: Record<string, string>, body = BODY) =>
    bitbucketSource.verify(delivery(body, headers), [SECRET], RECEIVED_AT).isGenuine;

  it("is the one of Atlassian's own example", () => {
    // support.atlassian.com/bitbucket-cloud/docs/manage-webhooks, "Validating webhook deliveries".
    const headers = { "X-Hub-Signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" };
    const sent = delivery("Hello World!", headers);
    expect(bitbucketSource.verify(sent, ["It's a Secret to Everybody"], RECEIVED_AT).isGenuine).toBe(true);
  });

  it("is of SHA-256 alone, in the one header", () => {
    const sha1 = `sha1=${createHmac("sha1", SECRET).update(BODY).digest("hex")}`;
    for (const value of [sha1, VECTOR.slice(7), `${VECTOR}0`]) expect(verify({ "X-Hub-Signature": value })).toBe(false);
    expect(verify({ "X-Hub-Signature-256": VECTOR })).toBe(false);
  });
});

describe("a delivery", () => {
  it("has Cloud's id or Data Center's, and the name of its event", () => {
    const of = (headers: Record<string, string>, body = "{}") => delivery(body, headers);
    expect(bitbucketSource.deliveryId(of({ "X-Request-UUID": "u-1", "X-Attempt-Number": "2" }))).toBe("u-1");
    expect(bitbucketSource.deliveryId(of({ "X-Request-Id": "i-1" }))).toBe("i-1");
    expect(bitbucketSource.deliveryId(of({}))).toBeNull();
    expect(bitbucketSource.eventName(of({ "X-Event-Key": "pullrequest:comment_created" }))).toBe(
      "pullrequest.comment_created",
    );
    expect(bitbucketSource.eventName(of({}, '{"eventKey":"pr:opened"}'))).toBe("pr.opened");
    expect(bitbucketSource.eventName(of({}))).toBeNull();
  });

  it("needs a key and a JSON object", () => {
    for (const key of ["", "a b", "*"])
      expect(() => readAll(key, {})).toThrow(expect.objectContaining({ code: "invalid_request" }));
    expect(() => bitbucketSource.toEvents(delivery("{", { "X-Event-Key": "repo:push" }), RECEIVED_AT)).toThrow(
      expect.objectContaining({ code: "malformed_json" }),
    );
  });

  it("is valid whatever is in it", () => {
    const { change, comment, commit_status, emma, issue, pullrequest, repository } = cloud;
    const things = { comment, commit_status, issue, pullrequest, repository, actor: emma, push: { changes: [change] } };
    const own = {
      pullRequest: server.pullRequest,
      changes: [server.change("ADD")],
      commits: server.commits,
      old: {},
      new: {},
    };
    const payload: Record<string, unknown> = { ...things, ...own, fork: {}, commit: {}, project: {}, date: "" };
    const keys =
      `repo:push repo:refs_changed repo:fork repo:forked repo:updated repo:modified repo:commit_status_created
      repo:commit_comment_created repo:comment:added issue:created issue:updated issue:comment_created pullrequest:created
      pullrequest:fulfilled pullrequest:approved pullrequest:comment_updated pr:modified pr:merged pr:reviewer:updated
      pr:comment:deleted project:updated mirror:repo_synchronized diagnostics:ping x a:b:c`.split(/\s+/);
    const parts = Object.keys({ ...pullrequest, ...repository, ...comment, ...change, ...commit_status, ...emma });
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...keys),
        fc.constantFrom(...Object.keys(payload)),
        fc.constantFrom(...parts),
        (value, key, at, part) => {
          const whole = payload[at];
          const inside =
            typeof whole === "object" && whole !== null && !Array.isArray(whole) ? { ...whole, [part]: value } : value;
          for (const broken of [{ ...payload, [at]: value }, { ...payload, [at]: inside }, { [at]: value }]) {
            const told = readAll(key, broken);
            expect(told.length).toBeGreaterThan(0);
            for (const one of told) {
              expect(eventSchema.safeParse(one).error?.issues).toBeUndefined();
              expect(one.message).toContain(one.entity.name);
            }
          }
        },
      ),
      { numRuns: 700 },
    );
  });
});
