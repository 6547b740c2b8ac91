import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { githubSource } from "./github";
import { getIntegrationSource, INTEGRATION_SOURCES } from "./index";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";

const SECRET = "las-test-secret";
const BODY = '{"action":"opened","title":"wörld ✓"}';
const VECTOR = "sha256=9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c";

describeSignature({
  source: githubSource,
  vector: { secret: SECRET, at: RECEIVED_AT, body: BODY, headers: { "X-Hub-Signature-256": VECTOR } },
  secrets: [SECRET, "another"],
  body: '{ "action": "opened", "title": "w\\u00f6rld ✓" }',
  toleranceSeconds: null,
});

it("takes no SHA-1, and no digits without their prefix", () => {
  const verify = (headers: Record<string, string>) =>
    githubSource.verify(delivery(BODY, headers), [SECRET], RECEIVED_AT).isGenuine;
  const sha1 = `sha1=${createHmac("sha1", SECRET).update(BODY).digest("hex")}`;
  for (const signature of [sha1, "sha256=", VECTOR.slice(7), VECTOR.slice(0, -1), `${VECTOR}0`])
    expect(verify({ "X-Hub-Signature-256": signature })).toBe(false);
  expect(verify({ "X-Hub-Signature": VECTOR })).toBe(false);
});

describe("the delivery id", () => {
  it("is GitHub's, whatever the case of its header", () => {
    const id = "72d3162e-cc78-11e3-81ab-4c9367dc0958";
    expect(githubSource.deliveryId(delivery("{}", { "x-github-delivery": id }))).toBe(id);
  });

  it("is null when it is missing, blank or too long", () => {
    expect(githubSource.deliveryId(delivery("{}", {}))).toBeNull();
    expect(githubSource.deliveryId(delivery("{}", { "X-GitHub-Delivery": " " }))).toBeNull();
    expect(githubSource.deliveryId(delivery("{}", { "X-GitHub-Delivery": "a".repeat(257) }))).toBeNull();
  });
});

describe("the body", () => {
  const read = (body: string, headers: Record<string, string> = { "X-GitHub-Event": "star" }) =>
    githubSource.toEvents(delivery(body, headers), RECEIVED_AT);

  it("may be a form, and may be JSON", () => {
    const form = { "X-GitHub-Event": "issues", "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
    const body = new URLSearchParams({ payload: '{"action":"opened","issue":{"number":7,"title":"a+b & ü"}}' });
    expect(read(body.toString(), form)[0]?.message).toBe("GitHub opened issue a+b & ü (#7)");
    expect(read("{}", { "X-GitHub-Event": "star", "Content-Type": "application/json" })).toHaveLength(1);
  });

  it("is malformed_json when it is not JSON", () => {
    for (const body of ["{", "nonsense", '{"a":1}x', "payload=%7B%7D"]) {
      expect(() => read(body)).toThrow(expect.objectContaining({ code: "malformed_json" }));
    }
  });

  it("is invalid_request when it is empty, no object, or a form without a payload", () => {
    for (const body of ["", "  \n", "[]", "null", "1", '"text"', "[{}]"]) {
      expect(() => read(body)).toThrow(expect.objectContaining({ code: "invalid_request" }));
    }
    const form = { "X-GitHub-Event": "star", "Content-Type": "application/x-www-form-urlencoded" };
    // The last one is JSON that was signed as such, with a form in somebody's comment.
    for (const body of ["a=1", "a=1&payload={}", '{"body":"a&payload={\\"action\\":\\"deleted\\"}&b"}'])
      expect(() => read(body, form)).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });

  it("needs a header that names the event", () => {
    const wrong: Record<string, string>[] = [
      {},
      { "X-GitHub-Event": "" },
      { "X-GitHub-Event": "a b" },
      { "X-GitHub-Event": "star.*" },
    ];
    for (const headers of wrong) {
      expect(() => read("{}", headers)).toThrow(
        expect.objectContaining({ code: "invalid_request", message: expect.stringContaining("X-GitHub-Event") }),
      );
    }
  });
});

it("is found by its provider", () => {
  expect(getIntegrationSource("github")).toBe(githubSource);
  expect(getIntegrationSource("GitHub")).toBeNull();
  expect(getIntegrationSource("constructor")).toBeNull();
  expect(new Set(INTEGRATION_SOURCES.map((source) => source.provider)).size).toBe(INTEGRATION_SOURCES.length);
  expect(githubSource.maxBytes).toBe(26_214_400);
});
