import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { forgejoSource } from "./forgejo";
import { issue, pull_request, repository, run, workflow_run } from "./forgejo/testing/payloads";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";

const SECRET = "las-test-secret";
const BODY = '{"action":"opened","title":"wörld ✓"}';
const VECTOR = "9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c";
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const hmac = (text: string, secret = SECRET) => createHmac("sha256", secret).update(text).digest("hex");

for (const header of ["X-Forgejo-Signature", "X-Gitea-Signature"]) {
  describe(header, () => {
    describeSignature({
      source: forgejoSource,
      vector: { secret: SECRET, at: RECEIVED_AT, body: BODY, headers: { [header]: VECTOR } },
      sign: (body, { secret }) => ({ [header]: hmac(body, secret) }),
      secrets: [SECRET, "another"],
      body: '{ "action": "opened", "title": "w\\u00f6rld ✓" }',
      toleranceSeconds: null,
    });
  });
}

describe("a signature", () => {
  const verify = (headers: Record<string, string>, body = BODY) =>
    forgejoSource.verify(delivery(body, headers), [SECRET], RECEIVED_AT);
  const wrong = hmac(BODY, "another");

  it("is Forgejo's where that was sent, whatever Gitea's says", () => {
    expect(verify({ "X-Forgejo-Signature": VECTOR, "X-Gitea-Signature": wrong }).isGenuine).toBe(true);
    for (const first of [wrong, "", "x"])
      expect(verify({ "X-Forgejo-Signature": first, "X-Gitea-Signature": VECTOR }).isGenuine).toBe(false);
    expect(verify({ "X-Forgejo-Event": "push", "X-Gitea-Signature": VECTOR }).isGenuine).toBe(true);
  });

  it("is none of the older ones", () => {
    const others = { "X-Gogs-Signature": VECTOR, "X-Hub-Signature-256": `sha256=${VECTOR}` };
    expect(verify(others).isGenuine).toBe(false);
    expect(verify({ "X-Gitea-Signature": `sha256=${VECTOR}` }).isGenuine).toBe(false);
  });

  it("is missed under the name that its sender would give it", () => {
    const missed = (headers: Record<string, string>) => verify(headers);
    const refusal = (header: string) => ({ isGenuine: false, refusal: { code: "missing_header", header } });
    expect(missed({ "X-Gitea-Event": "push" })).toEqual(refusal("X-Gitea-Signature"));
    expect(missed({ "X-Gitea-Event": "push", "X-Forgejo-Event": "push" })).toEqual(refusal("X-Forgejo-Signature"));
    // Without a secret Gitea signs with nothing.
    expect(missed({ "X-Gitea-Event": "push", "X-Gitea-Signature": "" })).toEqual(refusal("X-Gitea-Signature"));
    expect(missed({})).toEqual(refusal("X-Forgejo-Signature"));
  });

  it("of a form is over the JSON in it, and not over the form", () => {
    const form = new URLSearchParams({ payload: BODY }).toString();
    expect(verify({ ...FORM, "X-Forgejo-Signature": VECTOR }, form).isGenuine).toBe(true);
    expect(verify({ ...FORM, "X-Forgejo-Signature": hmac(form) }, form).isGenuine).toBe(false);
    expect(verify({ ...FORM, "X-Forgejo-Signature": VECTOR }, `${form}x`).isGenuine).toBe(false);
    // A genuine JSON body that holds a form of somebody else's.
    const body = '{"body":"a&payload={\\"action\\":\\"deleted\\"}&b"}';
    expect(verify({ ...FORM, "X-Forgejo-Signature": hmac(body) }, body).isGenuine).toBe(false);
    expect(verify({ "X-Forgejo-Signature": hmac(body) }, body).isGenuine).toBe(true);
  });

  it("is wrong, and nothing worse, when the form is no text", () => {
    const bytes = new Uint8Array([0xff, 0xfe]);
    const sent = delivery(bytes, { ...FORM, "X-Forgejo-Signature": VECTOR });
    expect(forgejoSource.verify(sent, [SECRET], RECEIVED_AT).isGenuine).toBe(false);
  });
});

describe("a delivery", () => {
  it("has the id and the name of its event from either sender", () => {
    const of = (name: string) =>
      delivery(BODY, { [`X-${name}-Delivery`]: "f6266f16", [`X-${name}-Event`]: "pull_request" });
    for (const one of [of("Forgejo"), of("Gitea")]) {
      expect(forgejoSource.deliveryId(one)).toBe("f6266f16");
      expect(forgejoSource.eventName(one)).toBe("pull_request.opened");
    }
    const form = new URLSearchParams({ payload: BODY }).toString();
    expect(forgejoSource.eventName(delivery(form, { ...FORM, "X-Gitea-Event": "issues" }))).toBe("issues.opened");
    expect(forgejoSource.eventName(delivery("{", { "X-Gitea-Event": "issues" }))).toBe("issues");
  });

  const told = (headers: Record<string, string>, body = BODY) =>
    forgejoSource.toEvents(delivery(body, headers), RECEIVED_AT)[0];

  it("is Gitea's own where Gitea sent it, and named by its type where it has no name", () => {
    expect(told({ "X-Gitea-Event": "", "X-Gitea-Event-Type": "status" })).toMatchObject({
      eventType: "forgejo.status.opened",
      actor: { id: "gitea", name: "Gitea", kind: "integration" },
    });
    expect(() => told({})).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });

  it("may be a form", () => {
    const body = new URLSearchParams({ payload: JSON.stringify({ action: "opened", issue, repository }) }).toString();
    const sent = told({ ...FORM, "X-Forgejo-Event": "issues" }, body);
    expect(sent?.message).toBe("Forgejo opened issue Logo is blurry (#9) in acme/web");
    expect(() => told({ ...FORM, "X-Forgejo-Event": "issues" }, "a=1")).toThrow(
      expect.objectContaining({ code: "invalid_request" }),
    );
  });

  it("is valid whatever is in it", () => {
    const things = { issue, pull_request, run, workflow_run, comment: {}, review: {}, package: {}, release: {} };
    const events =
      "push issues issue_comment pull_request pull_request_approved fork wiki package release status repository";
    const names = [...events.split(" "), "action_run_failure", "workflow_job_failure", "mention", "create", "x"];
    const keys = [...Object.keys(issue), ...Object.keys(run), "head", "base", "changes", "name", "type", "content"];
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...names),
        fc.constantFrom(...keys),
        fc.constantFrom(...Object.keys(things), "changes", "repository", "sender", "ref", "job", "label"),
        (value, event, key, at) => {
          const part = { ...issue, ...pull_request, ...run, [key]: value };
          const parts = Object.fromEntries(Object.keys(things).map((name) => [name, part]));
          for (const payload of [
            { ...parts, repository, sender: part },
            { ...things, repository, [at]: value },
          ]) {
            const made = told({ "X-Gitea-Event": event }, JSON.stringify({ action: "label_updated", ...payload }));
            expect(eventSchema.safeParse(made).error?.issues).toBeUndefined();
            expect(made?.message).toContain(made?.entity.name);
          }
        },
      ),
      { numRuns: 700 },
    );
  });
});
