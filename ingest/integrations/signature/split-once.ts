/** A text before and after the first `mark`; all of it, and nothing, where there is none. `String.split` with a limit drops the rest. */
export function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}
