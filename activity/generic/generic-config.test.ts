import { describe, expect, it } from "vitest";
import { DEFAULT_GENERIC_CONFIG, genericConfigSchema } from "./generic-config";
import { GENERIC_PRESETS } from "./presets";
import { parsePathReference } from "./reference";

const TOKEN = { scheme: "token", header: "X-Token" };
const HMAC = { scheme: "hmac", header: "X-Signature" };

/** The path of the first fault, and what it says. */
function faultOf(config: unknown): string | null {
  const [issue] = genericConfigSchema.safeParse(config).error?.issues ?? [];
  return issue === undefined ? null : `${issue.path.join(".")}: ${issue.message}`;
}
const signed = (signature: object, more: object = {}) => faultOf({ signature, ...more });
const mapped = (event: object) => faultOf({ signature: TOKEN, event });

describe("the settings of a team's own source", () => {
  it("are fine as they are given by default and by presets, and come back as they were", () => {
    for (const config of [DEFAULT_GENERIC_CONFIG, ...GENERIC_PRESETS.map((one) => one.config)])
      expect(genericConfigSchema.parse(config)).toEqual(config);
    expect(new Set(GENERIC_PRESETS.map(({ key }) => key)).size).toBe(GENERIC_PRESETS.length);
  });

  it.each([
    [{}, /^signature: /],
    [{ signature: {} }, /^signature/],
    [{ signature: { scheme: "none" } }, /^signature/],
    [{ signature: TOKEN, more: 1 }, /^: .*"more"/],
    [{ signature: TOKEN, source: "Git Hub" }, /^source: must be of lower case/],
    [{ signature: TOKEN, label: "" }, /^label: must not be empty/],
    [{ signature: TOKEN, deliveryId: { path: "a..b" } }, /^deliveryId.path: is no path/],
    [{ signature: TOKEN, deliveryId: {} }, /^deliveryId: must have one of/],
    [{ signature: TOKEN, deliveryId: { header: "Authorization" } }, /^deliveryId.header: may hold a secret/],
    [{ signature: TOKEN, deliveryId: { header: "x-token" } }, /^deliveryId.header: may hold a secret/],
  ])("%j are refused: %s", (config, fault) => {
    expect(faultOf(config)).toMatch(fault);
  });

  it.each([
    [{ ...HMAC, header: "X Signature" }, "signature.header: must be the name of a header"],
    [{ ...HMAC, algorithm: "md5" }, /^signature.algorithm: /],
    [{ ...HMAC, signed: "{timestamp}" }, /^signature.signed: must hold {body} once/],
    [{ ...HMAC, signed: "{body}{body}" }, /^signature.signed: must hold {body} once/],
    [{ ...HMAC, signed: "{body}{url}" }, /^signature.signed: knows {body}, {timestamp} and {id}/],
    [{ ...HMAC, signed: "{timestamp}{body}" }, /^signature.timestamp: must be set/],
    [{ ...HMAC, timestamp: { header: "X-Time" } }, /^signature.signed: must hold {timestamp}/],
    [{ ...HMAC, signed: "{timestamp}{body}", timestamp: {} }, /^signature.timestamp.header: must be set/],
    [
      { ...HMAC, signed: "{timestamp}{body}", timestamp: { header: "X-Time" }, list: { timestampKey: "t" } },
      /^signature.timestamp.header: must be set, or/,
    ],
    [{ ...HMAC, list: { timestampKey: "t" } }, /^signature.timestamp: must be set/],
    [
      { ...HMAC, signed: "{timestamp}{body}", timestamp: { header: "X", toleranceSeconds: 3_601 } },
      /^signature.timestamp.toleranceSeconds: /,
    ],
    [{ ...HMAC, signed: "{id}.{body}" }, /^signature.signed: needs deliveryId.header/],
    [{ scheme: "basic", username: "a:b" }, /^signature.username: must not contain a colon/],
    [{ scheme: "bodyToken", path: "a[0]" }, /^signature.path: must end with the name/],
    [{ scheme: "bodyToken", path: "__proto__.a" }, /^signature.path: must not name/],
  ])("%j is no scheme", (signature, fault) => {
    expect(signed(signature)).toMatch(fault);
  });

  it("may sign an id that is sent in a header", () => {
    expect(signed({ ...HMAC, signed: "{id}.{body}" }, { deliveryId: { header: "X-Id" } })).toBeNull();
  });

  it.each([
    [{ message: "{a" }, "event.message: has a { without its other half"],
    [{ message: "{a.[}" }, /^event.message: {a.\[} is no path/],
    [{ message: "x".repeat(1_001) }, "event.message: must be at most 1000 bytes"],
    [{ eventType: "{constructor}" }, /^event.eventType: {constructor} must not name/],
    [{ eventType: "{$actor}" }, /^event.eventType: {\$actor} cannot be named here/],
    [{ eventType: "{$x}" }, /^event.eventType: {\$x} knows no \$x/],
    [{ eventType: "{header:a b}" }, /^event.eventType: {header:a b} is no name of a header/],
    [{ eventType: "{header:authorization}" }, /^event.eventType: .* may hold a secret/],
    [{ actor: { name: "{header:X-TOKEN}" } }, /^event.actor.name: .* may hold a secret/],
    [{ messages: { "a.b": "{header:x-api-key}" } }, /^event.messages.a.b: .* may hold a secret/],
    [{ messages: { "a.b": "[" } }, /^event.messages.a.b: has a \[/],
    [{ entity: { url: "{a.b\u0000}" } }, /^event.entity.url: must not contain U\+0000/],
    [{ entity: { url: "{$entity}" } }, /^event.entity.url: {\$entity} cannot be named here/],
    [{ entity: { colour: "red" } }, /^event.entity: /],
    [{ each: "a[" }, /^event.each: is no path/],
    [{ isImportant: [{ path: "a", equals: [] }] }, /^event.isImportant.0.equals: /],
    [{ metadata: ["a", "b["] }, /^event.metadata.1: must be a path/],
    [{ metadata: Array.from({ length: 51 }, () => "a") }, /^event.metadata: /],
    [{ messages: Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`t${at}`, "x"])) }, /^event.messages: must/],
  ])("%j is no mapping", (event, fault) => {
    expect(mapped(event)).toMatch(fault);
  });

  it("may look anywhere but where secrets are", () => {
    expect(
      mapped({
        each: "$.items",
        eventType: '{header:X-Event|type|"event"}',
        eventTypePrefix: "zen:",
        actor: { name: "{$.by.name}", kind: "user" },
        entity: { id: "{.}", url: "https://a.example/{$type}/{id}" },
        message: "{$actor} did {$type} {$entity}[ {$reference}]",
        isImportant: [{ path: "a", equals: ["x", 1, true] }],
        metadata: ["a.b", { name: "from", path: "$.c" }],
      }),
    ).toBeNull();
  });
});

describe("a path", () => {
  it.each([
    ["a.b[0].c", "item", ["a", "b", 0, "c"]],
    ["a\\.b.c", "item", ["a.b", "c"]],
    ["items.0", "item", ["items", 0]],
    [".", "item", []],
    ["$", "root", []],
    ["$.a", "root", ["a"]],
    ["$[1].a", "root", [1, "a"]],
    ["\\$a", "item", ["$a"]],
    ["Größe 2", "item", ["Größe 2"]],
  ])("%s leads somewhere", (path, from, keys) => {
    expect(parsePathReference(path)).toEqual({ kind: "path", from, keys });
  });

  it.each(["", "a.", ".a", "a..b", "a[", "a[x]", "a[0", "$a", "$.", "__proto__", "a.constructor.b", "a.prototype"])(
    "%j leads nowhere",
    (path) => {
      expect(typeof parsePathReference(path)).toBe("string");
    },
  );

  it("has a length", () => {
    expect(typeof parsePathReference("a".repeat(200))).toBe("object");
    expect(parsePathReference("a".repeat(201))).toBe("must be at most 200 characters");
    expect(parsePathReference(Array(21).fill("a").join("."))).toBe("must have at most 20 names");
  });
});
