import { createCipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { openSeal, readClaims } from "./session-user";

const SECRET = "a secret of tests only";
const CLAIMS = { sub: crypto.randomUUID(), sessionVersion: 1 };

/** The same claims under the same key, sealed by A128CBC-HS256 (RFC 7518, section 5.2.3), which next-auth opens as well. */
function sealOtherwise(claims: object): string {
  const key = Buffer.from(hkdfSync("sha256", SECRET, "", "NextAuth.js Generated Encryption Key", 32));
  const header = Buffer.from(JSON.stringify({ alg: "dir", enc: "A128CBC-HS256" })).toString("base64url");
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-128-cbc", key.subarray(16), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(claims)), cipher.final()]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(header.length * 8));
  const tag = createHmac("sha256", key.subarray(0, 16))
    .update(header)
    .update(iv)
    .update(sealed)
    .update(length)
    .digest();
  return [header, "", ...[iv, sealed, tag.subarray(0, 16)].map((bytes) => bytes.toString("base64url"))].join(".");
}

describe("the seal of a session", () => {
  it("is AES-256-GCM under the derived key, and no other that the library would open", async () => {
    const ours = await encode({ token: CLAIMS, secret: SECRET });
    expect(await openSeal({ token: ours, secret: SECRET })).toMatchObject(CLAIMS);
    const other = sealOtherwise({ ...CLAIMS, exp: Math.floor(Date.now() / 1_000) + 60 });
    expect(await decode({ token: other, secret: SECRET })).toMatchObject(CLAIMS);
    expect(await openSeal({ token: other, secret: SECRET })).toBeNull();
  });

  it("is none on a signed, an unsigned or an altered token", async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = `${part({ alg: "HS256" })}.${part(CLAIMS)}`;
    const ours = await encode({ token: CLAIMS, secret: SECRET });
    for (const token of [
      `${part({ alg: "none" })}.${part(CLAIMS)}.`,
      `${signed}.${createHmac("sha256", SECRET).update(signed).digest("base64url")}`,
      `${ours.slice(0, -1)}${ours.endsWith("A") ? "Q" : "A"}`,
      "",
    ]) {
      expect(await openSeal({ token, secret: SECRET })).toBeNull();
    }
  });

  it("on a token for another purpose does not make it a session", async () => {
    const ofSignIn = await encode({ token: { value: "state", provider: "oidc" }, secret: SECRET });
    expect(readClaims(await openSeal({ token: ofSignIn, secret: SECRET }))).toBeNull();
    const salted = await encode({ token: CLAIMS, secret: SECRET, salt: "next-auth.state" });
    expect(await openSeal({ token: salted, secret: SECRET })).toBeNull();
  });
});
