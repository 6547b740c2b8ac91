import { dictionary } from "@zxcvbn-ts/language-common";

/** Passwords that many people have and leaks have shown, in lower case: whoever guesses tries these first. */
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** The product's own words, in lower case: the second thing that is tried on this server. `docs/security.md` lists them. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  "activityfeed",
  "activitystream",
  "liveactivity",
  "liveactivityfeed",
  "liveactivitystream",
]);

/** Whether a password is among the first that anybody tries: a common one in any capitals, or the product's name with whatever digits and signs. */
export function isGuessable(password: string): boolean {
  const text = password.toLowerCase();
  return COMMON.has(text) || OWN_WORDS.has(text.replaceAll(/\P{L}/gu, ""));
}
