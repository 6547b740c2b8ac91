import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { ActivityError } from "@/activity/errors";
import { env } from "@/env";
import { getAuthSecret } from "./secret";

const VERSION = "v1";

/** A 256-bit key and the short name that stored texts call it by. */
export interface SecretsKey {
  id: string;
  bytes: Buffer;
}

/** Keys by the texts that they were derived from: an environment has few, and each delivery needs them. */
const derived = new Map<string, SecretsKey>();

/** Derives a key from any text (HKDF-SHA256). */
export function deriveSecretsKey(material: string): SecretsKey {
  const known = derived.get(material);
  if (known !== undefined) return known;
  const bytes = Buffer.from(hkdfSync("sha256", material, "", "live-activity-stream secrets at rest", 32));
  const key = { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
  derived.set(material, key);
  return key;
}

/** Encrypts with AES-256-GCM under the first key: `v1.<key id>.<nonce>.<ciphertext and tag>`, base64url. */
export function encryptWith(keys: readonly SecretsKey[], plain: Uint8Array | string): string {
  const key = keys[0];
  if (key === undefined) throw new ActivityError("unavailable", "There is no key to encrypt secrets with.");
  const nonce = randomBytes(12);
  const head = `${VERSION}.${key.id}`;
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(head));
  const bytes = typeof plain === "string" ? Buffer.from(plain) : plain;
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return `${head}.${nonce.toString("base64url")}.${sealed.toString("base64url")}`;
}

/** Undoes {@link encryptWith} with whichever key it was made by. Throws `unavailable` for an unknown key or an altered text. */
export function decryptWith(keys: readonly SecretsKey[], stored: string): Buffer {
  const [version, keyId, nonceText = "", sealedText = ""] = stored.split(".");
  const key = keys.find(({ id }) => id === keyId);
  if (version !== VERSION || key === undefined) {
    throw new ActivityError("unavailable", "A stored secret was encrypted with a key that is not in SECRETS_KEY.");
  }
  const nonce = Buffer.from(nonceText, "base64url");
  const sealed = Buffer.from(sealedText, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(`${version}.${keyId}`)).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch (cause) {
    throw new ActivityError("unavailable", "A stored secret has been altered or damaged.", { cause });
  }
}

/** Keys named by SECRETS_KEY (comma-separated, the first encrypts), and last the one derived from the auth secret, if there is one. */
function listKeys(): SecretsKey[] {
  const named = (env.SECRETS_KEY ?? "").split(",").map((part) => part.trim());
  const keys = named.filter((part) => part !== "").map(deriveSecretsKey);
  const hasAuthSecret = env.NEXTAUTH_SECRET !== undefined || env.DATABASE_URL === undefined;
  return keys.length === 0 || hasAuthSecret ? [...keys, deriveSecretsKey(getAuthSecret())] : keys;
}

/** The form in which an integration's secret is stored. */
export function encryptSecret(text: string): string {
  return encryptWith(listKeys(), text);
}

/** A stored integration secret in clear. Throws `unavailable` when its key is gone or it was altered. */
export function decryptSecret(stored: string): string {
  return decryptWith(listKeys(), stored).toString("utf8");
}

/** The form in which raw deliveries are stored. */
export function encryptBytes(bytes: Uint8Array): string {
  return encryptWith(listKeys(), bytes);
}

/** A stored raw delivery in clear. Throws as {@link decryptSecret}. */
export function decryptBytes(stored: string): Buffer {
  return decryptWith(listKeys(), stored);
}
