import { createHash } from "node:crypto";
import type { Delivery } from "../../integration-source";
import { fromBase64 } from "../../signature/from-base64";
import { isSigned } from "../../signature/is-signed";
import { GENUINE, refused, type Verdict } from "../../signature/verdict";
import { peekPayload } from "../read-payload";
import { type Keys, valueAt } from "../value-at";

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();

/** Checks HTTP Basic authentication, of which the secret is the password. Digests are compared, so that the time tells neither length nor letters. */
export function verifyBasic(delivery: Delivery, username: string, secrets: readonly string[]): Verdict {
  const header = "Authorization";
  const value = delivery.header(header)?.trim() ?? "";
  if (value === "") return refused({ code: "missing_header", header });
  const [, text = ""] = /^basic (\S+)$/i.exec(value) ?? [];
  const sent = fromBase64(text);
  if (sent === null) return refused({ code: "malformed_header", header });
  return isSigned([sha256(sent)], secrets, (secret) => sha256(`${username}:${secret}`))
    ? GENUINE
    : refused({ code: "wrong_signature", header });
}

/** Checks that a field of the body holds one of the secrets, in the same way. `field`: its path as the team wrote it. */
export function verifyBodyToken(delivery: Delivery, field: string, keys: Keys, secrets: readonly string[]): Verdict {
  const sent = valueAt(peekPayload(delivery.body), keys);
  if (typeof sent !== "string" || sent === "") return refused({ code: "missing_field", field });
  return isSigned([sha256(sent)], secrets, sha256) ? GENUINE : refused({ code: "wrong_signature", header: field });
}
