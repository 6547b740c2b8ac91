/** A text without accents and in lower case: what is typed is compared with names so. */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
