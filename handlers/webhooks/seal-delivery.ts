import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { isSecretName } from "@/activity/secret-names";
import { decryptBytes, encryptBytes } from "@/auth/secrets";
import type { Call } from "../call";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** What stands in the place of a secret. */
const STRIPPED = "(not kept)";

/** What the delivery log keeps of a call. */
export interface KeptDelivery {
  headers: Record<string, string>;
  body: Uint8Array;
}

const headersSchema = z.record(z.string(), z.string());

/** A call's headers with its secrets taken out; `secretHeaders` are the ones that its source sends a secret in. */
export function keptHeaders(
  call: Pick<Call, "headers">,
  secretHeaders: readonly string[] = [],
): Record<string, string> {
  const own = new Set(secretHeaders.map((name) => name.toLowerCase()));
  const kept: Record<string, string> = {};
  for (const [name, value] of call.headers()) {
    const isSecret = isSecretName(name) || own.has(name.toLowerCase());
    kept[name.toLowerCase()] = isSecret ? STRIPPED : value;
  }
  return kept;
}

/** Headers and body, packed and encrypted: a length of four bytes, the headers as JSON, the body. */
export async function sealDelivery({ headers, body }: KeptDelivery): Promise<string> {
  const head = Buffer.from(JSON.stringify(headers));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.byteLength);
  return encryptBytes(await pack(Buffer.concat([size, head, body])));
}

/** Undoes {@link sealDelivery}. Throws `unavailable` when the key is gone or the text was altered. */
export async function openDelivery(sealed: string): Promise<KeptDelivery> {
  const plain = await unpack(decryptBytes(sealed));
  const end = 4 + plain.readUInt32BE(0);
  return { headers: headersSchema.parse(JSON.parse(plain.toString("utf8", 4, end))), body: plain.subarray(end) };
}
