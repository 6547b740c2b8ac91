/** Bytes in base64 as its encoders write it; null for any other text, of which many would stand for the same bytes. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return text !== "" && bytes.toString("base64") === text ? bytes : null;
}
