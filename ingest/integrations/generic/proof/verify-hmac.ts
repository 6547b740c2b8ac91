import { createHmac } from "node:crypto";
import { DEFAULT_TOLERANCE_SECONDS, type HmacSignature, splitSigned } from "@/activity/generic/signature-schema";
import type { Delivery } from "../../integration-source";
import { checkClock, unixSeconds } from "../../signature/check-clock";
import { fromBase64 } from "../../signature/from-base64";
import { isSigned } from "../../signature/is-signed";
import { refused, type Verdict } from "../../signature/verdict";

const BYTES = { sha256: 32, sha1: 20, sha512: 64 };
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

const sent = (delivery: Delivery, header: string): string | null => delivery.header(header)?.trim() || null;

function fromHex(text: string): Buffer | null {
  return text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text) ? Buffer.from(text, "hex") : null;
}

/** The instant of a signed time, milliseconds; null when it is not of its form. */
function instantOf(text: string, unit: "s" | "ms" | "iso"): number | null {
  if (unit === "s") return unixSeconds(text);
  if (unit === "ms") return /^\d{1,15}$/.test(text) ? Number(text) : null;
  const at = ISO.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** The signatures of a header's value that are of the scheme's form, and the time that stands beside them. */
function readHeader(value: string, scheme: HmacSignature): { signatures: Buffer[]; time: string | null } {
  const { prefix = "", algorithm = "sha256", encoding = "hex", list } = scheme;
  const decode = (text: string) => {
    const bytes = text.startsWith(prefix)
      ? (encoding === "hex" ? fromHex : fromBase64)(text.slice(prefix.length))
      : null;
    return bytes?.byteLength === BYTES[algorithm] ? [bytes] : [];
  };
  if (list === undefined) return { signatures: decode(value), time: null };
  const parts = value.split(list.separator ?? ",").map((part) => part.trim());
  const under = (key: string | undefined) =>
    key === undefined ? [] : parts.flatMap((part) => (part.startsWith(`${key}=`) ? [part.slice(key.length + 1)] : []));
  const signed = list.signatureKey === undefined ? parts : under(list.signatureKey);
  return { signatures: signed.flatMap(decode), time: under(list.timestampKey)[0] || null };
}

/** The key's bytes; null for a secret that is not written as the scheme has it. */
function keyOf(secret: string, encoding: "text" | "base64" | "hex"): Buffer | null {
  if (encoding === "text") return Buffer.from(secret);
  const isBase64 = encoding === "base64" && /^[A-Za-z0-9+/]+={0,2}$/.test(secret);
  const key = encoding === "hex" ? fromHex(secret) : isBase64 ? Buffer.from(secret, "base64") : null;
  // Anybody can sign with an empty key.
  return key === null || key.byteLength === 0 ? null : key;
}

/** What the places of a scheme's signed text stand for. */
interface SignedValues {
  body: Uint8Array | string;
  timestamp: string;
  id: string;
}

/** The HMAC of a scheme with one secret; null when the secret is not written as the scheme has it. */
export function hmacOf(scheme: HmacSignature, values: SignedValues, secret: string): Buffer | null {
  const { algorithm = "sha256", signed = "{body}", secretEncoding = "text" } = scheme;
  const key = keyOf(secret, secretEncoding);
  if (key === null) return null;
  const hmac = createHmac(algorithm, key);
  for (const [index, part] of splitSigned(signed).entries()) {
    const isPlace = index % 2 === 1;
    hmac.update(isPlace ? values[part === "body" || part === "timestamp" ? part : "id"] : part);
  }
  return hmac.digest();
}

/** Checks an HMAC as a team describes it. `idHeader`: where the id stands that may be signed with the body. */
export function verifyHmac(
  delivery: Delivery,
  scheme: HmacSignature,
  idHeader: string | null,
  secrets: readonly string[],
  now: Date,
): Verdict {
  const { header, signed = "{body}", timestamp } = scheme;
  const value = sent(delivery, header);
  const id = idHeader === null ? null : sent(delivery, idHeader);
  const needed = [header, timestamp?.header, signed.includes("{id}") ? idHeader : undefined];
  for (const name of needed)
    if (name != null && sent(delivery, name) === null) return refused({ code: "missing_header", header: name });
  const { signatures, time: listed } = readHeader(value ?? "", scheme);
  const time = timestamp?.header === undefined ? listed : sent(delivery, timestamp.header);
  const sentAt = timestamp === undefined ? now.getTime() : instantOf(time ?? "", timestamp.unit ?? "s");
  if (sentAt === null) return refused({ code: "malformed_header", header: timestamp?.header ?? header });
  if (signatures.length === 0) return refused({ code: "malformed_header", header });
  const values = { body: delivery.body, timestamp: time ?? "", id: id ?? "" };
  return isSigned(signatures, secrets, (secret) => hmacOf(scheme, values, secret))
    ? checkClock(sentAt, now, timestamp?.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS)
    : refused({ code: "wrong_signature", header });
}
