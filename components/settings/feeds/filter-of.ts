/** The query in what somebody pasted: a whole address, the end of one, or the query alone. */
export function filterOf(pasted: string): string {
  const text = pasted.trim();
  const start = text.indexOf("?");
  if (start >= 0) return (text.slice(start + 1).split("#")[0] ?? "").trim();
  return text.includes("=") ? text : "";
}
