import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IntegrationSource, Signing } from "../integration-source";
import type { Refusal } from "../signature/verdict";
import { delivery } from "./delivery";

export interface SignatureCase {
  source: IntegrationSource;
  /** A known vector: what the sender's documentation or its own library gives. */
  vector: { secret: string; at: Date; body: string; headers: Record<string, string> };
  /** Signs as the sender does; default: the source's own signing, with the id `msg_1`. Must give the vector's headers for the vector. */
  sign?: (body: string, signing: Signing) => Record<string, string>;
  /** Two other secrets of the scheme's form. */
  secrets: readonly [string, string];
  /** A genuine body that has blanks or escapes, so that it changes when it is serialised anew. */
  body: string;
  /** Where the signed time stands in the body: the body as it is sent at a time. Gives `body` for the vector's. */
  bodyAt?: (at: Date) => string;
  /** Headers that the scheme cannot do without; default: all that `sign` gives. */
  required?: readonly string[];
  /** False where the body is not signed at all: a token alone. */
  isBodySigned?: boolean;
  /** Seconds that a signed time may be off; null where no time is signed. */
  toleranceSeconds: number | null;
  /** Where several signatures may be sent: headers with a wrong one first and the right one second. */
  severalOf?: (wrong: Record<string, string>, right: Record<string, string>) => Record<string, string>;
}

const MUTATIONS = 1_000;

/** A test that only some schemes have. */
function when(isFitting: boolean, name: string, test: () => void): void {
  if (isFitting) it(name, test);
}

/** What every source must hold about signatures, as tests of its own. */
export function describeSignature(given: SignatureCase): void {
  const { source, vector, secrets, body, toleranceSeconds, severalOf, isBodySigned = true } = given;
  const sign = (text: string, { secret, at }: Omit<Signing, "id">) =>
    (given.sign ?? source.sign)(text, { secret, at, id: "msg_1" });
  const [secret, other] = secrets;
  const at = vector.at;
  const verify = (text: string | Uint8Array, headers: Record<string, string>, known = [secret], now = at) =>
    source.verify(delivery(text, headers), known, now);
  const refusal = (...args: Parameters<typeof verify>): Refusal["code"] | null => {
    const verdict = verify(...args);
    return verdict.isGenuine ? null : verdict.refusal.code;
  };
  const signed = sign(body, { secret, at });
  const required = given.required ?? Object.keys(signed);

  /** What a stranger can make; schemes that cannot sign so give what is not signed at all. */
  const signedWithNothing = () => {
    try {
      return sign(body, { secret: "", at });
    } catch {
      return {};
    }
  };

  describe(`${source.label}'s signature`, () => {
    it("is the known vector", () => {
      expect(verify(vector.body, vector.headers, [vector.secret])).toEqual({ isGenuine: true });
      expect(sign(vector.body, { secret: vector.secret, at })).toEqual(vector.headers);
    });

    it("is found whatever the case of its header", () => {
      const upper = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name.toUpperCase(), value]));
      expect(refusal(body, upper)).toBeNull();
    });

    it("fits the current and the previous secret, no other, none and no empty one", () => {
      expect(refusal(body, signed, [secret, other])).toBeNull();
      expect(refusal(body, signed, [other, secret])).toBeNull();
      expect(refusal(body, signed, [other])).toBe("wrong_signature");
      expect(refusal(body, signed, [])).toBe("wrong_signature");
      expect(refusal(body, signed, [""])).toBe("wrong_signature");
      // Anybody can sign with nothing, so where there is no secret yet nothing is let in.
      expect(verify(body, signedWithNothing(), [""]).isGenuine).toBe(false);
    });

    it("must be there", () => {
      for (const name of required) {
        const { [name]: _left, ...rest } = signed;
        expect(refusal(body, rest)).toBe("missing_header");
        expect(refusal(body, { ...signed, [name]: " " })).toBe("missing_header");
      }
    });

    when(isBodySigned, "covers every bit of the body", () => {
      const bytes = new TextEncoder().encode(body);
      for (let place = 0; place < bytes.length; place += 1) {
        const flipped = bytes.map((byte, index) => (index === place ? byte ^ (1 << (place % 8)) : byte));
        expect(refusal(flipped, signed)).toBe("wrong_signature");
      }
      expect(refusal(bytes.subarray(0, -1), signed)).toBe("wrong_signature");
      expect(refusal(`${body}\n`, signed)).toBe("wrong_signature");
    });

    when(isBodySigned, "is over the bytes that were sent, not over the same JSON written anew", () => {
      const anew = JSON.stringify(JSON.parse(body));
      expect(anew).not.toBe(body);
      expect(refusal(anew, signed)).toBe("wrong_signature");
      expect(refusal(JSON.stringify(JSON.parse(body), null, 2), signed)).toBe("wrong_signature");
    });

    it("lets no mutated delivery in", () => {
      const names = Object.keys(signed);
      const wound = fc.record({
        /** Where: a header, or the body. */
        target: fc.nat(names.length),
        place: fc.nat(10_000),
        text: fc.string({ unit: "grapheme-ascii", maxLength: 6 }),
        length: fc.nat(6),
      });
      const cut = (value: string, { place, text, length }: { place: number; text: string; length: number }) => {
        const from = place % (value.length + 1);
        return value.slice(0, from) + text + value.slice(from + length);
      };
      fc.assert(
        fc.property(wound, ({ target, ...how }) => {
          const name = names[target];
          const changed = name === undefined ? signed : { ...signed, [name]: cut(signed[name] ?? "", how) };
          const text = name === undefined ? cut(body, how) : body;
          const isSame =
            name === undefined
              ? text === body || !isBodySigned
              : isEqualHeader(signed[name], changed[name], severalOf !== undefined);
          if (!isSame) expect(verify(text, changed).isGenuine).toBe(false);
        }),
        { numRuns: MUTATIONS },
      );
    });

    when(toleranceSeconds !== null, "is refused when its time is too old or too far ahead", () => {
      const off = (seconds: number) => {
        const then = new Date(at.getTime() + seconds * 1_000);
        const text = given.bodyAt?.(then) ?? body;
        return verify(text, sign(text, { secret, at: then }));
      };
      const most = toleranceSeconds ?? 0;
      for (const seconds of [-most, 1 - most, 0, most - 1, most]) expect(off(seconds)).toEqual({ isGenuine: true });
      for (const seconds of [-most - 1, most + 1, -86_400, 86_400, 10_000_000])
        expect(off(seconds)).toEqual({ isGenuine: false, refusal: { code: "clock_off", seconds } });
    });

    when(severalOf !== undefined, "may be the second of several", () => {
      const wrong = sign(body, { secret: other, at });
      const headers = severalOf?.(wrong, signed) ?? {};
      expect(refusal(body, headers)).toBeNull();
      expect(refusal(body, severalOf?.(wrong, wrong) ?? {})).toBe("wrong_signature");
    });
  });
}

/** Headers are trimmed, and hexadecimal digits may be capitals; in a list the right parts may stand beside anything, and apart. */
function isEqualHeader(before = "", after = "", isList = false): boolean {
  const [one, other] = [before, after].map((text) => text.trim().toLowerCase());
  if (one === other) return true;
  const parts = (text = "") => text.split(/[\s,]+/).filter((part) => part !== "");
  return isList && parts(one).every((part) => parts(other).includes(part));
}
