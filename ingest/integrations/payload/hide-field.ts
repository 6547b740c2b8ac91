/** What stands in the place of a secret. */
const HIDDEN = '"(not kept)"';

/** A JSON text with every text under this key hidden, however deep, even where the text is cut off. */
export function hideField(json: string, key: string): string {
  const name = JSON.stringify(key).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const field = new RegExp(`(${name}\\s*:\\s*)"[^"\\\\]*(?:\\\\[\\s\\S][^"\\\\]*)*"?`, "g");
  return json.replace(field, (_, start: string) => `${start}${HIDDEN}`);
}
