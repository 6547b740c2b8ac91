import { createHmac, createPublicKey, verify } from "node:crypto";
import { ActivityError } from "@/activity/errors";
import type { Delivery, Signing } from "../integration-source";
import { checkClock, unixSeconds } from "./check-clock";
import { fromBase64 } from "./from-base64";
import { isSigned } from "./is-signed";
import { splitOnce } from "./split-once";
import { refused, type Verdict } from "./verdict";

/** Seconds that a signed time may be off, as the specification's own libraries have it. */
const TOLERANCE_SECONDS = 300;
/** What stands before the raw 32 bytes of an ed25519 key to make it SubjectPublicKeyInfo (RFC 8410). */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** The scheme's headers under either name: its own, or the older ones of Svix, which count only without them. */
function named(delivery: Delivery, part: "id" | "timestamp" | "signature"): { header: string; value: string | null } {
  const family =
    delivery.header("webhook-signature") === null && delivery.header("svix-signature") !== null ? "svix" : "webhook";
  const header = `${family}-${part}`;
  const value = delivery.header(header)?.trim() ?? "";
  return { header, value: value === "" ? null : value };
}

/** The id of the message, equal when it is sent again; null when it was not sent. */
export function standardMessageId(delivery: Delivery): string | null {
  return named(delivery, "id").value;
}

/** The signatures of one version in the header's list. */
function signatures(list: string, version: string): Buffer[] {
  return list.split(/\s+/).flatMap((part) => {
    const [name, text] = splitOnce(part, ",");
    return name === version ? (fromBase64(text) ?? []) : [];
  });
}

/** `whsec_` and base64 of the key's bytes; null for what is not that. */
function keyOf(secret: string): Buffer | null {
  const text = secret.startsWith("whsec_") ? secret.slice("whsec_".length) : secret;
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : null;
}

/** A shared secret's signature of those bytes; null for a secret that is none. */
function symmetric(secret: string, ...signed: (string | Uint8Array)[]): Buffer | null {
  const key = keyOf(secret);
  if (key === null) return null;
  const hmac = createHmac("sha256", key);
  for (const piece of signed) hmac.update(piece);
  return hmac.digest();
}

function isSignedByKey(sent: readonly Buffer[], secrets: readonly string[], signed: Buffer): boolean {
  return secrets.some((secret) => {
    const raw = secret.startsWith("whpk_") ? Buffer.from(secret.slice("whpk_".length), "base64") : null;
    if (raw?.byteLength !== 32) return false;
    const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
    return sent.some((one) => one.byteLength === 64 && verify(null, signed, key, one));
  });
}

/** Checks a signature of the Standard Webhooks specification: `v1` (HMAC-SHA256) or `v1a` (ed25519), any one of those sent, within five minutes. */
export function verifyStandard(delivery: Delivery, secrets: readonly string[], now: Date): Verdict {
  const [id, time, list] = (["id", "timestamp", "signature"] as const).map((part) => named(delivery, part));
  for (const one of [id, time, list])
    if (one === undefined || one.value === null) return refused({ code: "missing_header", header: one?.header ?? "" });
  const sentAt = unixSeconds(time?.value ?? null);
  if (sentAt === null) return refused({ code: "malformed_header", header: time?.header ?? "" });
  const header = list?.header ?? "";
  const [byText, byKey] = ["v1", "v1a"].map((version) => signatures(list?.value ?? "", version));
  if (byText?.length === 0 && byKey?.length === 0) return refused({ code: "malformed_header", header });
  const signed = Buffer.concat([Buffer.from(`${id?.value}.${time?.value}.`), delivery.body]);
  const isGenuine =
    isSigned(byText ?? [], secrets, (secret) => symmetric(secret, signed)) ||
    isSignedByKey(byKey ?? [], secrets, signed);
  return isGenuine ? checkClock(sentAt, now, TOLERANCE_SECONDS) : refused({ code: "wrong_signature", header });
}

/** Signs a body as the specification has it, with a shared secret. Throws `conflict` for a public key, which only checks. */
export function signStandard(body: string, { secret, id, at }: Signing): Record<string, string> {
  const time = String(Math.floor(at.getTime() / 1_000));
  const signature = symmetric(secret, `${id}.${time}.${body}`);
  if (signature === null) throw new ActivityError("conflict", "Only the sender can sign with this secret");
  return { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": `v1,${signature.toString("base64")}` };
}

/** How a shell signs so. */
export const STANDARD_IN_SHELL = {
  "webhook-id": "$ID",
  "webhook-timestamp": "$TIME",
  "webhook-signature":
    'v1,$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -binary -mac HMAC -macopt "hexkey:$(printf %s "$SECRET" | sed "s/^whsec_//" | base64 -d | od -An -v -tx1 | tr -d " \\n")" | base64)',
};
