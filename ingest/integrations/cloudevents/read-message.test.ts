import { HTTP, CloudEvent as SdkEvent } from "cloudevents";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delivery } from "../testing/delivery";
import { type CloudEvent, eventFingerprint, eventIdentity } from "./cloud-event";
import { readCloudMessage } from "./read-message";

const REQUIRED = { specversion: "1.0", id: "1", source: "/s", type: "a.b" };
const HEADERS = { "ce-specversion": "1.0", "ce-id": "1", "ce-source": "/s", "ce-type": "a.b" };
const JSON_TYPE = "application/cloudevents+json";
const BATCH_TYPE = "application/cloudevents-batch+json";

function only(body: string | Uint8Array, headers: Record<string, string>): CloudEvent {
  const [first] = readCloudMessage(delivery(body, headers)).items;
  if (first === undefined || first instanceof Error) throw first ?? new Error("nothing was read");
  return first;
}
const structured = (event: unknown, type = JSON_TYPE) => only(JSON.stringify(event), { "content-type": type });
const binary = (headers: Record<string, string>, body: string | Uint8Array = "") =>
  only(body, { ...HEADERS, ...headers });
const fault = (code: string, path?: (string | number)[]) =>
  expect.objectContaining({ code, ...(path ? { issues: [expect.objectContaining({ path })] } : {}) });

describe("the structured mode", () => {
  it("reads attributes, extensions and data; null is no value", () => {
    const event = { ...REQUIRED, subject: null, time: "2026-01-01T00:00:00Z", ext: 5, none: null, data: { a: [1] } };
    expect(structured(event, `${JSON_TYPE}; charset=UTF-8`)).toEqual({
      id: "1",
      source: "/s",
      type: "a.b",
      subject: null,
      time: "2026-01-01T00:00:00Z",
      dataschema: null,
      datacontenttype: null,
      extensions: { ext: 5 },
      data: { kind: "json", value: { a: [1] } },
    });
  });

  it("tells JSON, text and bytes from each other", () => {
    const data = (more: object) => structured({ ...REQUIRED, ...more }).data;
    expect(data({})).toEqual({ kind: "none" });
    expect(data({ data: null })).toEqual({ kind: "json", value: null });
    expect(data({ data: "text" })).toEqual({ kind: "json", value: "text" });
    expect(data({ data: "<a/>", datacontenttype: "application/xml" })).toEqual({ kind: "text", text: "<a/>" });
    expect(data({ data: { a: 1 }, datacontenttype: "text/plain" })).toEqual({ kind: "json", value: { a: 1 } });
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    expect(data({ data_base64: base64('{"a":1}'), datacontenttype: "application/vnd.a+json" })).toEqual({
      kind: "json",
      value: { a: 1 },
    });
    expect(data({ data_base64: base64("é"), datacontenttype: "text/plain" })).toEqual({ kind: "text", text: "é" });
    expect(data({ data_base64: base64("{"), datacontenttype: "application/json" })).toMatchObject({ kind: "bytes" });
    expect(data({ data_base64: "AQI", data: undefined })).toMatchObject({ kind: "bytes" });
  });

  it("is read in the charset that its content type names", () => {
    const text = JSON.stringify({ ...REQUIRED, subject: "wörld" });
    const utf16 = Buffer.from(text, "utf16le");
    expect(only(utf16, { "content-type": `${JSON_TYPE};charset="utf-16le"` }).subject).toBe("wörld");
    expect(only(Buffer.from(text, "latin1"), { "content-type": `${JSON_TYPE}; charset=iso-8859-1` }).subject).toBe(
      "wörld",
    );
    expect(() => only(Buffer.from(text, "latin1"), { "content-type": JSON_TYPE })).toThrow(fault("malformed_json"));
    expect(() => only(text, { "content-type": `${JSON_TYPE}; charset=klingon` })).toThrow(
      fault("unsupported_media_type"),
    );
  });

  it("names what is missing or not as it must be", () => {
    for (const name of ["specversion", "id", "source", "type"])
      for (const value of [undefined, null, "", " ", 7, {}, "a\u0000b"])
        expect(() => structured({ ...REQUIRED, [name]: value })).toThrow(fault("invalid_request", [name]));
    for (const specversion of ["0.3", "2.0", "1", "1.x"])
      expect(() => structured({ ...REQUIRED, specversion })).toThrow(fault("invalid_request", ["specversion"]));
    expect(structured({ ...REQUIRED, specversion: "1.1" }).id).toBe("1");
    expect(() => structured({ ...REQUIRED, subject: 7 })).toThrow(fault("invalid_request", ["subject"]));
    expect(() => structured({ ...REQUIRED, data_base64: "***" })).toThrow(fault("invalid_request", ["data_base64"]));
    expect(() => structured({ ...REQUIRED, data: 1, data_base64: "AQ==" })).toThrow(
      fault("invalid_request", ["data_base64"]),
    );
    for (const bad of [[], null, "text"]) expect(() => structured(bad)).toThrow(fault("invalid_request", []));
    expect(() => only("{", { "content-type": JSON_TYPE })).toThrow(fault("malformed_json"));
  });
});

describe("the binary mode", () => {
  it("reads attributes from headers, whatever their case, and data by its content type", () => {
    const event = binary(
      { "Ce-Subject": "x", "CE-ComExample": "5", "content-type": "application/json; charset=utf-8" },
      '{"a":1}',
    );
    expect(event).toMatchObject({
      subject: "x",
      extensions: { comexample: "5" },
      data: { kind: "json", value: { a: 1 } },
    });
    expect(event.datacontenttype).toBe("application/json; charset=utf-8");
    const data = (type: string | null, body: string | Uint8Array) =>
      binary(type === null ? {} : { "content-type": type }, body).data;
    expect(data("text/csv", "a,b")).toEqual({ kind: "text", text: "a,b" });
    expect(data("image/png", "a")).toMatchObject({ kind: "bytes" });
    expect(data("text/plain", new Uint8Array([0xff]))).toMatchObject({ kind: "bytes" });
    expect(data("application/json", "")).toEqual({ kind: "none" });
    expect(data(null, "plain")).toEqual({ kind: "text", text: "plain" });
    expect(data(null, new Uint8Array([0, 1]))).toMatchObject({ kind: "bytes" });
    expect(() => data("application/json", "{")).toThrow(fault("malformed_json"));
  });

  it("decodes percent signs once, double quotes, and bytes of UTF-8", () => {
    const subject = (value: string) => binary({ "ce-subject": value }).subject;
    // The example of the HTTP binding, section 3.1.3.2.
    expect(subject("Euro%20%E2%82%AC%20%F0%9F%98%80")).toBe("Euro € 😀");
    expect(subject("%e2%82%ac")).toBe("€");
    expect(subject("a%2520b")).toBe("a%20b");
    expect(subject('"a \\"quoted\\" %C3%A9 \\\\"')).toBe('a "quoted" é \\');
    expect(subject("100% of %zz")).toBe("100% of %zz");
    expect(subject(Buffer.from("wörld").toString("latin1"))).toBe("wörld");
    expect(subject("w\u00f6rld")).toBe("wörld");
    for (const bad of ["%C0%A0", "%FF", "a%E2%82"])
      expect(() => subject(bad)).toThrow(fault("invalid_request", ["subject"]));
    expect(() => subject("%00")).toThrow(fault("invalid_request", ["subject"]));
  });

  it("is what has one of the required headers, and names those it lacks", () => {
    for (const name of ["specversion", "id", "source", "type"]) {
      const { [`ce-${name}`]: _left, ...rest } = HEADERS as Record<string, string>;
      expect(() => only("{}", { ...rest, "content-type": "application/json" })).toThrow(
        fault("invalid_request", [name]),
      );
    }
  });

  it("gives back any text that was encoded for it", () => {
    const encode = (text: string) =>
      Array.from(text, (char) => (/[!-~]/.test(char) && !/["%]/.test(char) ? char : encodeURIComponent(char))).join("");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        fc.pre(!/\p{Cc}|\p{Surrogate}/u.test(text));
        expect(binary({ "ce-subject": encode(text) }).subject).toBe(text);
      }),
    );
  });
});

describe("a batch", () => {
  const read = (body: string) => readCloudMessage(delivery(body, { "content-type": `${BATCH_TYPE}; charset=utf-8` }));

  it("holds up to 1,000 events, none included, each with its own fault", () => {
    expect(read("[]")).toMatchObject({ isBatch: true, items: [] });
    const { items } = read(JSON.stringify([REQUIRED, { ...REQUIRED, id: "" }, 7]));
    expect(items).toEqual([
      expect.objectContaining({ id: "1" }),
      fault("invalid_request", ["id"]),
      fault("invalid_request", []),
    ]);
    expect(read(JSON.stringify(Array(1_000).fill(REQUIRED))).items).toHaveLength(1_000);
    expect(() => read(JSON.stringify(Array(1_001).fill(REQUIRED)))).toThrow(fault("invalid_request", []));
    expect(() => read("{}")).toThrow(fault("invalid_request", []));
  });
});

it("does not understand other formats, nor what is no event at all", () => {
  const types = ["application/cloudevents+xml", "application/cloudevents-batch+avro", "application/json", "text/plain"];
  for (const type of types) expect(() => only("{}", { "content-type": type })).toThrow(fault("unsupported_media_type"));
  expect(() => only("{}", {})).toThrow(fault("unsupported_media_type"));
  expect(() => only("{}", { ...HEADERS, "content-type": "application/cloudevents+avro" })).toThrow(
    fault("unsupported_media_type"),
  );
});

it("reads the same from each mode, as the specification's own SDK writes them", () => {
  const plain = { datacontenttype: "text/plain", data: "té xt" };
  for (const more of [{ data: { a: [1, "é"] } }, { data: [1] }, plain, {}]) {
    const time = "2026-01-01T00:00:00.000Z";
    const sent = new SdkEvent<unknown>({ ...REQUIRED, subject: "orders/42", time, comexample: "x", ...more });
    const [whole, parts] = [HTTP.structured(sent), HTTP.binary(sent)].map(({ headers, body }) => {
      const given = Object.entries(headers).map(([name, value]) => [name, String(value)]);
      return only(typeof body === "string" ? body : "", Object.fromEntries(given));
    });
    if (whole === undefined || parts === undefined) throw new Error("nothing was read");
    expect({ ...parts, datacontenttype: null }).toEqual({ ...whole, datacontenttype: null });
    expect(eventIdentity(parts)).toBe(eventIdentity(whole));
    expect(eventFingerprint(parts)).toEqual(eventFingerprint(whole));
  }
});
