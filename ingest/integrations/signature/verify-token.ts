import { createHash } from "node:crypto";
import type { Delivery } from "../integration-source";
import { isSigned } from "./is-signed";
import { GENUINE, refused, type Verdict } from "./verdict";

/** Where a sender puts the secret itself, signing nothing. Such a header belongs into its source's `secretHeaders`. */
interface TokenScheme {
  header: string;
  /** What stands before the secret, such as `Bearer `; capitals do not matter, as in every authentication scheme. */
  prefix?: string;
}

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();

/** Checks that a header holds one of the secrets. Digests are compared, so that the time tells neither its length nor its letters. */
export function verifyToken(delivery: Delivery, scheme: TokenScheme, secrets: readonly string[]): Verdict {
  const { header, prefix = "" } = scheme;
  const value = delivery.header(header)?.trim() ?? "";
  if (value === "") return refused({ code: "missing_header", header });
  const token = value.slice(prefix.length);
  if (token === "" || !value.toLowerCase().startsWith(prefix.toLowerCase()))
    return refused({ code: "malformed_header", header });
  // HTTP hands a header's bytes over as one character each, while a secret that is no ASCII was sent as UTF-8.
  const sent = sha256(Buffer.from(token, "latin1"));
  return isSigned([sent], secrets, sha256) ? GENUINE : refused({ code: "wrong_signature", header });
}
