import { createHmac } from "node:crypto";
import type { Delivery } from "../integration-source";
import { isSigned } from "./is-signed";
import { GENUINE, refused, type Verdict } from "./verdict";

/** How a sender signs with an HMAC in hexadecimal digits. */
export interface HexScheme {
  header: string;
  /** What stands before the digits, such as `sha256=`. */
  prefix?: string;
  algorithm?: "sha256" | "sha1";
  /** True for a comma-separated list of signatures, of which one must be right. */
  isList?: boolean;
  /** The signed bytes, in pieces; default: the raw body. */
  signed?: (delivery: Delivery) => (Uint8Array | string)[];
}

const DIGITS = { sha256: 64, sha1: 40 };

function digestOf(delivery: Delivery, { algorithm = "sha256", signed }: HexScheme, secret: string): Buffer {
  const hmac = createHmac(algorithm, secret);
  for (const piece of signed?.(delivery) ?? [delivery.body]) hmac.update(piece);
  return hmac.digest();
}

/** Checks an HMAC over the raw bytes, keyed with the secret as UTF-8 text. */
export function verifyHex(delivery: Delivery, scheme: HexScheme, secrets: readonly string[]): Verdict {
  const { header, prefix = "", algorithm = "sha256", isList = false } = scheme;
  const value = delivery.header(header)?.trim() ?? "";
  if (value === "") return refused({ code: "missing_header", header });
  const sent = (isList ? value.split(",") : [value]).flatMap((part) => {
    const text = part.trim();
    const hex = text.slice(prefix.length);
    const isWellFormed = text.startsWith(prefix) && hex.length === DIGITS[algorithm] && /^[0-9a-f]+$/i.test(hex);
    return isWellFormed ? [Buffer.from(hex, "hex")] : [];
  });
  if (sent.length === 0) return refused({ code: "malformed_header", header });
  return isSigned(sent, secrets, (secret) => digestOf(delivery, scheme, secret))
    ? GENUINE
    : refused({ code: "wrong_signature", header });
}

/** Signs a body as {@link verifyHex} checks it; `headers` are those that are signed with it. */
export function signHex(
  body: string,
  scheme: HexScheme,
  secret: string,
  headers: Record<string, string> = {},
): Record<string, string> {
  const { header, prefix = "" } = scheme;
  const sent = new Headers(headers);
  const delivery = {
    header: (name: string) => sent.get(name),
    headers: () => sent,
    body: new TextEncoder().encode(body),
  };
  return { ...headers, [header]: prefix + digestOf(delivery, scheme, secret).toString("hex") };
}

/** How a shell signs the text $BODY so, where nothing but the body is signed. */
export function hexInShell({ header, prefix = "", algorithm = "sha256" }: HexScheme): Record<string, string> {
  return { [header]: `${prefix}$(printf %s "$BODY" | openssl dgst -${algorithm} -hmac "$SECRET" | sed 's/.* //')` };
}
