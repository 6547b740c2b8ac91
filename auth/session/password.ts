import { hash, verify } from "@node-rs/argon2";

/** OWASP's settings for argon2id (19 MiB, 2 passes, 1 lane); stored with each hash, so they can be raised. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters a password may have. The upper end keeps a request from buying unbounded work. */
export const PASSWORD_LENGTH = { min: 8, max: 200 } as const;

/** One form for what people type on different keyboards (NIST SP 800-63B). */
function canonical(password: string): string {
  return password.normalize("NFKC");
}

/** The argon2id hash to store for a password. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(canonical(password), SETTINGS);
}

let decoy: Promise<string> | undefined;

/** True when the password is the one that was hashed. Without a hash (an unknown user) the same work is done, and the answer is false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(passwordHash ?? (await decoy), canonical(password));
  return matches && passwordHash !== null;
}
