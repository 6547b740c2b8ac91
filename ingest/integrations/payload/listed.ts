const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Names as a sentence lists them: "bug", "bug and ui", "bug, ui and docs". */
export function listed(names: readonly string[]): string {
  return conjunction.format(names);
}
