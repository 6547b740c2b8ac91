/** Why a delivery is refused, as far as its sender can be told. */
export type Refusal =
  /** The header that carries the signature, an id or a time that it covers was not sent. */
  | { code: "missing_header"; header: string }
  /** The field of the body that carries the secret was not sent. */
  | { code: "missing_field"; field: string }
  /** It was sent, and is not of the form its scheme gives it. */
  | { code: "malformed_header"; header: string }
  /** Well-formed, and made with another secret or over other bytes. `header`: where it stood, or the field of the body. */
  | { code: "wrong_signature"; header: string }
  /** Rightly signed, too long ago or ahead of our clock. `seconds`: how far ahead; below zero it is behind. */
  | { code: "clock_off"; seconds: number };

/** What came of checking a delivery. */
export type Verdict = { isGenuine: true } | { isGenuine: false; refusal: Refusal };

export const GENUINE: Verdict = { isGenuine: true };

export function refused(refusal: Refusal): Verdict {
  return { isGenuine: false, refusal };
}
