import type { Delivery } from "../integration-source";

/** When the deliveries of these tests arrive. */
export const RECEIVED_AT = new Date("2026-11-23T09:41:07.123Z");

/** A delivery with these headers, found whatever their case. */
export function delivery(body: string | Uint8Array, headers: Record<string, string> = {}): Delivery {
  const map = new Headers(headers);
  return {
    header: (name) => map.get(name),
    headers: () => map,
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
}
