import { invalid } from "@/activity/errors";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The bytes of a header's value as text: HTTP hands over one character a byte, which careless senders fill with UTF-8. */
function asUtf8(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value)) return value;
  try {
    return decoder.decode(Buffer.from(value, "latin1"));
  } catch {
    return value;
  }
}

/**
 * An attribute's value from its header, as the HTTP binding has it (section 3.1.3.2): double quotes taken off, then percent-decoded
 * once. Throws `invalid_request` naming the attribute when what is encoded is not UTF-8.
 */
export function decodeHeaderValue(name: string, value: string): string {
  const trimmed = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(trimmed)?.[1];
  const plain = asUtf8(quoted === undefined ? trimmed : quoted.replace(/\\(.)/gs, "$1"));
  return plain.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decoder.decode(Buffer.from(encoded.replaceAll("%", ""), "hex"));
    } catch {
      throw invalid([name], "must be percent-encoded UTF-8");
    }
  });
}
