const SHOWN = 3;

/** Words as a sentence lists them: "a", "a and b", "a, b and c", "a, b, c and 4 more". */
export function listWords(words: readonly string[]): string {
  const shown = words.length > SHOWN + 1 ? [...words.slice(0, SHOWN), `${words.length - SHOWN} more`] : [...words];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
