import { createHash } from "node:crypto";
import type { Delivery } from "../integration-source";
import { isSigned } from "./is-signed";
import { GENUINE, refused, type Verdict } from "./verdict";

const hash = (text: string) => createHash("sha256").update(text).digest();

/** Checks a secret that is sent as it is: `read` takes it out of the header, null when the header is not of that form. */
export function verifyToken(
  delivery: Delivery,
  header: string,
  secrets: readonly string[],
  read: (value: string) => string | null = (value) => value,
): Verdict {
  const value = delivery.header(header)?.trim() ?? "";
  if (value === "") return refused({ code: "missing_header", header });
  const token = read(value);
  if (token === null) return refused({ code: "malformed_header", header });
  // Hashes are of one length, whatever was sent.
  return isSigned([hash(token)], secrets, hash) ? GENUINE : refused({ code: "wrong_signature", header });
}
