/** A kind of thing with its article: "a push", "an event". */
export function aThing(kind: string): string {
  return `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}`;
}
