import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { githubSource } from "./github";
import { delivery, RECEIVED_AT } from "./github/testing/deliver";
import { getIntegrationSource, INTEGRATION_SOURCES } from "./index";

const SECRET = "las-test-secret";
const BODY = '{"action":"opened","title":"wörld ✓"}';
const VECTOR = "sha256=9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c";

function signed(body: string, signature: string | null) {
  return delivery(body, signature === null ? {} : { "X-Hub-Signature-256": signature });
}

describe("the signature", () => {
  it("accepts the known vector, in capitals too", () => {
    expect(githubSource.verify(signed(BODY, VECTOR), [SECRET])).toBe(true);
    expect(githubSource.verify(signed(BODY, `sha256=${VECTOR.slice(7).toUpperCase()}`), [SECRET])).toBe(true);
  });

  it("accepts any of several secrets", () => {
    expect(githubSource.verify(signed(BODY, VECTOR), ["another", SECRET])).toBe(true);
    expect(githubSource.verify(signed(BODY, VECTOR), [SECRET, "another"])).toBe(true);
  });

  it("refuses every body with one bit flipped", () => {
    const { header, body } = signed(BODY, VECTOR);
    for (let at = 0; at < body.length; at++) {
      const flipped = body.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(githubSource.verify({ header, body: flipped }, [SECRET])).toBe(false);
    }
  });

  it("refuses a re-serialised body", () => {
    expect(githubSource.verify(signed(JSON.stringify(JSON.parse(BODY), null, 1), VECTOR), [SECRET])).toBe(false);
  });

  it("refuses a missing, malformed or foreign signature", () => {
    const sha1 = `sha1=${createHmac("sha1", SECRET).update(BODY).digest("hex")}`;
    const hex = VECTOR.slice(7);
    for (const signature of [null, "", "sha256=", hex, VECTOR.slice(0, -1), `${VECTOR}0`, `${VECTOR}\tx`, sha1]) {
      expect(githubSource.verify(signed(BODY, signature), [SECRET])).toBe(false);
    }
    expect(githubSource.verify(delivery(BODY, { "X-Hub-Signature": VECTOR }), [SECRET])).toBe(false);
  });

  it("refuses a wrong secret, no secret and an empty one", () => {
    const empty = `sha256=${createHmac("sha256", "").update(BODY).digest("hex")}`;
    expect(githubSource.verify(signed(BODY, VECTOR), ["wrong"])).toBe(false);
    expect(githubSource.verify(signed(BODY, VECTOR), [])).toBe(false);
    expect(githubSource.verify(signed(BODY, empty), [""])).toBe(false);
  });
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
    expect(() => read("a=1", form)).toThrow(expect.objectContaining({ code: "invalid_request" }));
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
  expect(INTEGRATION_SOURCES.map((source) => source.provider)).toEqual(["github"]);
  expect(githubSource.maxBytes).toBe(26_214_400);
});
