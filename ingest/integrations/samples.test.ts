import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { INTEGRATION_SOURCES } from ".";
import { GENERIC_PROVIDER } from "./generic";
import { SECRET_PLACE, sampleCall } from "./sample-call";
import { asStored } from "./testing/as-stored";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { expectTold } from "./testing/expect-told";

const run = promisify(execFile);
/** Fits every scheme: some want the bytes behind it, all others take it as text. */
const SECRET = "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3";

describe.each(INTEGRATION_SOURCES.map((source) => [source.label, source] as const))("a sample of %s", (_, source) => {
  const id = `test_${randomUUID()}`;
  const { body, headers } = source.sample(id, RECEIVED_AT);
  const signed = source.sign(body, { secret: SECRET, id, at: RECEIVED_AT });
  const sent = delivery(body, { ...headers, ...signed });
  /** A sender that its team has said nothing of: what it sends is known by its body alone. */
  const isByBody = source.provider === GENERIC_PROVIDER;

  it("is a genuine delivery with that id", () => {
    expect(source.verify(sent, [SECRET], RECEIVED_AT)).toEqual({ isGenuine: true });
    // Where an id is unique within its source alone, that stands before it.
    if (!isByBody) expect(source.deliveryId(sent)?.split(" ").at(-1)).toBe(id);
    expect(source.eventName(sent)).toBeTruthy();
    expect(source.reply?.(sent) ?? null).toBeNull();
  });

  it("reads as a test, and alarms nobody", () => {
    const [event, ...more] = source.toEvents(sent, RECEIVED_AT);
    if (event === undefined) throw new Error("nothing was told");
    expect(more).toEqual([]);
    const told = asStored(event);
    expectTold(told, { hasLink: event.entity.url !== undefined });
    expect(told.message).toMatch(/\btest\b/i);
    expect(event.isImportant ?? false).toBe(false);
    expect(event.eventType.startsWith(isByBody ? "integration." : `${source.provider}.`)).toBe(true);
  });

  it("is sent alike by a shell", async () => {
    const at = new Date();
    const call = sampleCall(source, "https://feed.example/it's", id, at)?.replace(SECRET_PLACE, SECRET);
    if (call === undefined) return;
    // Says what it was called with, each part ended by a zero byte.
    const curl = "curl() { for part; do printf '%s\\0' \"$part\"; done; }";
    const { stdout } = await run("sh", ["-c", `${curl}\n${call}`]);
    const [isVerbose, url, ...parts] = stdout.split("\0");
    expect([isVerbose, url]).toEqual(["-i", "https://feed.example/it's"]);
    const given = new Headers();
    for (const [place, part] of parts.entries()) {
      const [, name, value] = (parts[place - 1] === "-H" && /^([\w-]+): (.*)$/s.exec(part)) || [];
      if (name !== undefined && value !== undefined) given.set(name, value);
    }
    const made = delivery(Buffer.from(parts.at(-2) ?? ""), Object.fromEntries(given));
    expect(source.verify(made, [SECRET], at)).toEqual({ isGenuine: true });
    if (!isByBody) expect(source.deliveryId(made)).toContain(id);
  });
});
