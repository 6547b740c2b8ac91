import { byteLength } from "@/activity/text";

const DELIVERY_ID_BYTES = 256;

/** A sender's id of a delivery; null when it is missing, blank or too long to be one. */
export function deliveryIdFrom(value: string | null): string | null {
  const id = value?.trim() ?? "";
  return id === "" || byteLength(id) > DELIVERY_ID_BYTES ? null : id;
}
