import { describe, expect, it } from "vitest";
import { genericSource } from "../../generic";
import { delivery, RECEIVED_AT } from "../../testing/delivery";
import { expectTold } from "../../testing/expect-told";
import { sourceWith, tell, tellAll } from "../testing/tell";

const RUN = {
  event: "run.finished",
  at: 1_763_890_867,
  by: { id: 7, name: "Ada", picture: "https://a.example/ada.png", kind: "agent" },
  run: { id: "r 1/2", state: "failed", minutes: 4, log: "https://a.example/log", tags: ["x", "y"] },
};

describe("a mapping", () => {
  it("sets every field", () => {
    const told = tell(
      {
        eventType: "{event}",
        actor: { id: "{by.id}", name: "{by.name}", kind: "{by.kind}", avatarUrl: "{by.picture}" },
        entity: {
          type: "run",
          id: "{run.id}",
          name: "Run {run.id}",
          reference: "#{run.tags[1]}",
          url: "https://a.example/{$type}/{run.id}?{by.name}",
        },
        message:
          "{$actor} ended {$entity} ({$reference}, a {$type})[ of {none}][ in {run.minutes} minutes]: {run.state}",
        timestamp: "{at}",
        isImportant: [{ path: "run.state", equals: ["failed"] }],
        metadata: ["run.state", { name: "tags", path: "run.tags.length" }, { name: "tags", path: "at" }, "none"],
      },
      RUN,
    );
    expect(told).toEqual({
      eventType: "integration.run.finished",
      timestamp: "2025-11-23T09:41:07.000Z",
      actor: { id: "7", name: "Ada", kind: "agent", avatarUrl: "https://a.example/ada.png" },
      entity: {
        type: "run",
        id: "r 1/2",
        name: "Run r 1/2",
        reference: "#y",
        url: "https://a.example/run/r%201/2?Ada",
      },
      message: "Ada ended Run r 1/2 (#y, a run) in 4 minutes: failed",
      metadata: { run: { state: "failed" }, tags: 2 },
      isImportant: true,
      source: "generic",
    });
  });

  it("is filled from headers, whatever their case, and alternatives", () => {
    const mapping = { eventType: '{header:x-topic|none|"nothing"}' };
    expect(tell(mapping, {}, { "X-Topic": "orders/create" }).eventType).toBe("integration.orders.create");
    expect(tell(mapping, {}).eventType).toBe("integration.nothing");
  });

  it("gives its own words to some event types, and others to the rest", () => {
    const mapping = {
      eventTypePrefix: "zen:",
      messages: { "run.finished": "{$actor} ended", "run.dropped": "{$actor} lost {none}" },
      message: "{$actor} did {type}",
    };
    expect(tell(mapping, { type: "zen:run.finished" }).message).toBe("Webhook ended");
    expect(tell(mapping, { type: "run.dropped" }).message).toBe("Webhook did run.dropped");
    expect(tell({ messages: mapping.messages }, { type: "run.dropped", name: "X" }).message).toBe(
      "Webhook dropped run X",
    );
    expect(sourceWith(mapping).eventName(delivery('{"type":"zen:run.finished"}'))).toBe("run.finished");
  });

  it("has its defaults where a field comes to nothing, is no link, or no kind of actor", () => {
    const mapping = {
      actor: { id: "{none}", name: "{by.name}", kind: "robot", avatarUrl: "javascript:alert(1)" },
      entity: { type: "{none}", name: "{run.id}", url: "{by.name}" },
      message: "{none}",
      timestamp: "{by.name}",
    };
    const told = tell(mapping, { ...RUN, name: "Nightly" });
    expect(told).toMatchObject({
      actor: { id: "Ada", name: "Ada", kind: "user" },
      entity: { type: "run", id: "r 1/2", name: "r 1/2" },
      message: "Ada finished run r 1/2",
    });
    expect(told.actor.avatarUrl).toBeUndefined();
    expect(told.entity.url).toBeUndefined();
    expect(told.timestamp).toBeUndefined();
  });

  it("names its sender and what its activities are filtered by", () => {
    const source = genericSource({ label: "Backups", source: "backups", signature: { scheme: "standard" } });
    const [told] = source.toEvents(delivery('{"text":"All is well"}'), RECEIVED_AT);
    expect(told).toMatchObject({
      source: "backups",
      message: "Backups sent an event: All is well",
      actor: { id: "backups", name: "Backups", kind: "integration" },
    });
  });

  it.each([
    ["2026-11-23T08:00:00+0000", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23T08:00:00.123456+02:00", "2026-11-23T06:00:00.123Z"],
    ["2026-11-23 08:00:00", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23 08:00:00 UTC", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23T08:00:00.5", "2026-11-23T08:00:00.500Z"],
    ["1763884800", "2025-11-23T08:00:00.000Z"],
    [1_763_884_800.25, "2025-11-23T08:00:00.250Z"],
    [1_763_884_800_250, "2025-11-23T08:00:00.250Z"],
    [1_763_884_800_250_000, "2025-11-23T08:00:00.250Z"],
    ["1763884800250000000", "2025-11-23T08:00:00.250Z"],
    ["yesterday", undefined],
    ["0001-01-01T00:00:00Z", undefined],
    ["2027-11-23T08:00:00Z", undefined],
  ])("reads the time %j", (at, timestamp) => {
    expect(tell({ timestamp: "{at}" }, { at }).timestamp).toBe(timestamp);
  });
});

describe("a list", () => {
  const ALERTS = { each: "alerts", eventType: "{kind}", entity: { id: "{id}", name: "{id} of {$.team}" } };

  it("is told item by item, which may look at the whole", () => {
    const told = tellAll(ALERTS, { team: "blue", alerts: [{ id: 1, kind: "up" }, { id: 2 }] });
    expect(told.map(({ entity, eventType }) => [eventType, entity.name])).toEqual([
      ["integration.up", "1 of blue"],
      ["integration.event", "2 of blue"],
    ]);
  });

  it("is told as a whole when it is empty, missing or none", () => {
    for (const alerts of [[], undefined, {}, "x"])
      expect(tellAll(ALERTS, { id: 9, team: "red", alerts }).map(({ entity }) => entity.name)).toEqual(["9 of red"]);
  });

  it("at the top of a payload is a batch", () => {
    expect(tellAll({}, [{ type: "a.b" }, "text", null]).map(({ eventType }) => eventType)).toEqual([
      "integration.a.b",
      "integration.event",
      "integration.event",
    ]);
    expect(tellAll({ entity: { name: "{.}" } }, ["x", "y"]).map(({ entity }) => entity.name)).toEqual(["x", "y"]);
  });

  it("that is longer than a hundred says how much more there was", () => {
    const told = tellAll(
      { each: "$" },
      Array.from({ length: 137 }, (_, id) => ({ type: "ran", id })),
    );
    expect(told).toHaveLength(101);
    expect(told.at(-2)).toMatchObject({ entity: { id: "99" } });
    expect(told.at(-1)).toMatchObject({
      message: "Webhook sent 37 more",
      eventType: "integration.ran",
      source: "generic",
    });
  });
});

describe("without a mapping", () => {
  it.each([
    [{ hello: "world" }, "Webhook sent an event"],
    [{ msg: "Backup done", host: "db1" }, "Webhook sent an event: Backup done"],
    [{ event: "deploy", name: "api" }, "Webhook sent deploy api"],
    [{ type: "order.created", order: { id: 820, name: "#1001" } }, "Webhook created order #1001"],
    [{ action: "created", task: { title: "Fix it", id: 3 }, user: { name: "Ada" } }, "Ada created task Fix it"],
    [{ type: "Issue", action: "update", data: { id: 1, title: "Typo" }, actor: "Bo" }, "Bo updated issue Typo"],
    [{ event: "payment_failed", id: "pay_1" }, "Webhook failed payment pay_1"],
    [{ type: "BOOKING_CANCELLED", data: { title: "Demo" } }, "Webhook cancelled booking Demo"],
    [{ topic: "companies/update", name: "Acme" }, "Webhook updated company Acme"],
    [[], "Webhook sent an event"],
  ])("%j says “%s”", (payload, sentence) => {
    const told = tell({}, payload);
    expect(told.message).toBe(sentence);
    expectTold(told, { hasLink: false });
  });

  it("keeps the payload, without what may be a secret and without end", () => {
    const told = tell(
      {},
      { a: { b: [1, [2, [3]], "", null] }, apiKey: "s3cret", user: { access_token: "s3cret", id: 1 } },
    );
    expect(told.metadata).toEqual({ a: { b: [1, [2, [3]]] }, user: { id: 1 } });
    expect(tell({}, ["x"]).metadata).toEqual({ value: "x" });
    const large = tell({}, { a: Array(1_000).fill("x".repeat(1_000)), b: "y".repeat(9_000) });
    expect(JSON.stringify(large.metadata).length).toBeLessThan(49_152);
  });

  it("keeps apart ids that a number cannot hold", () => {
    const text = '{"id": 820982911946154508, "n": -12345678901234567890, "s": "820982911946154508 \\"1", "f": 1.5e3}';
    const told = tell({}, text);
    expect(told.entity.id).toBe("820982911946154508");
    expect(told.metadata).toEqual({
      id: "820982911946154508",
      n: "-12345678901234567890",
      s: '820982911946154508 "1',
      f: 1500,
    });
  });

  it("is important when its type sounds like a failure", () => {
    expect(tell({}, { type: "backup.failed" }).isImportant).toBe(true);
    expect(tell({}, { type: "backup.done" }).isImportant).toBe(false);
  });

  it("cannot tell what is no JSON", () => {
    for (const [bad, code] of [
      ["", "invalid_request"],
      ["{", "malformed_json"],
      [" a=1", "malformed_json"],
    ] as const)
      expect(() => tell({}, bad)).toThrow(expect.objectContaining({ code }));
    expect(sourceWith({}).eventName(delivery("{"))).toBeNull();
  });
});

describe("the id of a delivery", () => {
  const idOf = (deliveryId: object | null | undefined, payload: unknown = {}, headers = {}) =>
    sourceWith({}, deliveryId === undefined ? {} : { deliveryId }).deliveryId(
      delivery(JSON.stringify(payload), headers),
    );

  it("comes from a header, a path, several fields, or the scheme", () => {
    expect(idOf({ header: "X-Id" }, {}, { "x-id": " 7 " })).toBe("7");
    expect(idOf({ path: "meta.id" }, { meta: { id: 7 } })).toBe("7");
    expect(idOf({ template: "{hook}-{at}" }, { hook: "a", at: 1 })).toBe("a-1");
    expect(idOf(undefined, {}, { "webhook-id": "msg_1" })).toBe("msg_1");
  });

  it("is none when it is missing, no text, or too long to be one", () => {
    for (const id of [undefined, null, {}, [], "", " ", "x".repeat(300)])
      expect(idOf({ path: "id" }, { id })).toBeNull();
    expect(idOf({ template: "{hook}-{at}" }, { hook: "a" })).toBeNull();
    expect(idOf(null)).toBeNull();
    expect(sourceWith({}, { deliveryId: { path: "id" } }).deliveryId(delivery("{"))).toBeNull();
    expect(genericSource({ signature: { scheme: "token", header: "X" } }).deliveryId(delivery("{}"))).toBeNull();
  });
});
