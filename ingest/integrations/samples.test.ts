import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { INTEGRATION_SOURCES } from ".";
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

  it("is a genuine delivery with that id", () => {
    expect(source.verify(sent, [SECRET], RECEIVED_AT)).toEqual({ isGenuine: true });
    expect(source.deliveryId(sent)).toBe(id);
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
    expect(event.eventType.startsWith(`${source.provider}.`)).toBe(true);
  });

  it("is signed alike by a shell", async () => {
    for (const [name, value] of Object.entries(source.shell ?? {})) {
      const env = {
        ...process.env,
        SECRET,
        BODY: body,
        ID: id,
        TIME: String(Math.floor(RECEIVED_AT.getTime() / 1_000)),
      };
      const { stdout } = await run("sh", ["-c", `printf %s "${value}"`], { env });
      expect(stdout).toBe(signed[name]);
    }
  });
});
