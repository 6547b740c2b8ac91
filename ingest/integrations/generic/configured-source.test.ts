import { describe, expect, it } from "vitest";
import type { GenericSignature } from "@/activity/generic/signature-schema";
import { genericSource } from "../generic";
import { getIntegrationSource, sourceOf } from "../index";
import { configuredSource } from "./configured-source";

describe("the source of a stored integration", () => {
  it("is its provider's, or what its settings say", () => {
    const config = { label: "Backups", signature: { scheme: "token", header: "X-Token" } };
    expect(sourceOf({ provider: "github", config: null })).toBe(getIntegrationSource("github"));
    expect(sourceOf({ provider: "generic", config })).toMatchObject({ provider: "generic", label: "Backups" });
    expect(sourceOf({ provider: "generic", config: null })).toMatchObject({ label: "Webhook" });
    expect(sourceOf({ provider: "none", config })).toBeNull();
  });

  it("is built once for equal settings, and never from others than ours", () => {
    const config = () => ({ label: "Once", signature: { scheme: "standard" } });
    expect(configuredSource(config())).toBe(configuredSource(config()));
    for (let turn = 0; turn < 600; turn += 1) configuredSource({ ...config(), label: `Source ${turn}` });
    expect(configuredSource(config()).label).toBe("Once");
    for (const bad of [{}, { signature: { scheme: "none" } }, "x", 1]) expect(() => configuredSource(bad)).toThrow();
  });
});

describe("how to set up a sender", () => {
  it.each<[GenericSignature, string]>([
    [
      { scheme: "hmac", header: "X-Sig", prefix: "v1=", algorithm: "sha512", encoding: "base64" },
      "Sign the raw body with HMAC-SHA512 and send it as base64 in the header X-Sig, after “v1=”.",
    ],
    [
      { scheme: "hmac", header: "X-Sig", signed: "{timestamp}.{body}", timestamp: { header: "X-Time" } },
      "Sign {timestamp}.{body} with HMAC-SHA256 and send it as hex in the header X-Sig.",
    ],
    [
      { scheme: "token", header: "Authorization", prefix: "Bearer " },
      "Send the header Authorization: Bearer ‹secret›.",
    ],
    [
      { scheme: "basic", username: "us" },
      "Use Basic authentication with the user name us and the secret as the password.",
    ],
    [{ scheme: "bodyToken", path: "passcode" }, "Send the secret in the field passcode of the payload."],
    [{ scheme: "standard" }, "Sign as Standard Webhooks specifies."],
  ])("by %j is said in a sentence", (signature, hint) => {
    const { setup } = genericSource({ signature });
    expect(setup.hint).toBe(hint);
    expect(URL.canParse(setup.docsUrl)).toBe(true);
  });
});
