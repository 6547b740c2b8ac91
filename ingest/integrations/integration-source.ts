import type { ActivityEvent } from "@/activity/event-schema";

/** One webhook request as a source reads it: header names are case-insensitive, `body` is the exact bytes that were sent. */
export interface Delivery {
  header(name: string): string | null;
  body: Uint8Array;
}

/** Everything about one sender of webhooks, in one object: how it signs, names and describes what happened. */
export interface IntegrationSource {
  /** Stored with each integration and as the `source` of its activities, and therefore final. */
  provider: string;
  /** What people call it. */
  label: string;
  /** Largest body in bytes; a larger one is refused with 413 before it is read. */
  maxBytes: number;
  /**
   * True when the raw body was signed with any of `secrets` (the current one, and the previous one while it is rotated).
   * Compares in constant time; a missing or malformed signature and an empty secret are false.
   */
  verify(delivery: Delivery, secrets: readonly string[]): boolean;
  /** The sender's id of this delivery, equal on redelivery; null when it sent none (the caller then uses the body's hash). */
  deliveryId(delivery: Delivery): string | null;
  /**
   * What happened, as events that pass `eventSchema`. Call it after {@link verify}.
   * Throws `malformed_json` for a body that is not JSON, `invalid_request` for one that cannot be an event.
   */
  toEvents(delivery: Delivery, receivedAt: Date): ActivityEvent[];
}
