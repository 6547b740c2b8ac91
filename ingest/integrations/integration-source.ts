import type { ActivityEvent } from "@/activity/event-schema";
import type { Verdict } from "./signature/verdict";

/** One webhook request as a source reads it: header names are case-insensitive, `body` is the exact bytes that were sent. */
export interface Delivery {
  header(name: string): string | null;
  /** Every header, for a sender that says what happened in headers of any name. */
  headers(): Iterable<[name: string, value: string]>;
  body: Uint8Array;
}

/** What a sender is told instead of `stored`, where its protocol asks for it. */
export interface Reply {
  contentType: string;
  body: string;
}

/** What a delivery is signed with: the secret, and the id and time that its headers name. */
export interface Signing {
  secret: string;
  id: string;
  at: Date;
}

/** A delivery of a sender's own shape, not yet signed. */
export interface Sample {
  body: string;
  headers: Record<string, string>;
}

/** How a team connects a sender, for the set-up page. */
interface SourceSetup {
  /** The sender's own menu, step by step: `["Settings", "Webhooks", "Add webhook"]`. */
  menu: readonly string[];
  /** Who makes up the secret: we do and it is pasted there, or the sender does and it is pasted here. */
  secretFrom: "us" | "sender";
  /** What the sender calls the secret: "Signing secret". */
  secretName: string;
  /** What else must be set there, in a sentence: "Content type: application/json". */
  hint?: string;
  /** What makes the sender send its first delivery, in a sentence. */
  first?: string;
  /** The sender's own page about it. */
  docsUrl: string;
}

/** Everything about one sender of webhooks, in one object: how it signs, names and describes what happened. */
export interface IntegrationSource {
  /** Stored with each integration and as the `source` of its activities, and therefore final. */
  provider: string;
  /** What people call it. */
  label: string;
  /** Largest body in bytes; a larger one is refused with 413 before it is read. */
  maxBytes: number;
  setup: SourceSetup;
  /** True when the sender sends a delivery again that was not answered in time: without an id its body then dedupes for a day. */
  retries: boolean;
  /** True when it asks for permission before it sends, by CloudEvents' handshake for webhooks. */
  asksFirst?: boolean;
  /** Headers that this sender sends a secret itself in: they are never kept. */
  secretHeaders?: readonly string[];
  /** The body's text without the secret, where this sender sends the secret itself in it; for showing. */
  hideSecret?(body: string): string;
  /**
   * Whether the raw body was signed with any of `secrets` (the current one, and the previous one while it is rotated), at a time
   * near `now` where the scheme signs one. Compares in constant time; never true for an empty secret.
   */
  verify(delivery: Delivery, secrets: readonly string[], now: Date): Verdict;
  /**
   * Signs a body as the sender does: the headers of its signature, with the id and the time where it covers them.
   * Throws `conflict` for a secret that cannot sign.
   */
  sign(body: string, signing: Signing): Record<string, string>;
  /** The same in a shell, by header: what the text $BODY is signed with, from $SECRET, $ID and $TIME (Unix seconds). */
  shell?: Readonly<Record<string, string>>;
  /** A small delivery with that id, of the sender's own shape, whose sentence reads as a test; with the secret in it, where a sender sends it so. */
  sample(id: string, at: Date, secret?: string): Sample;
  /** The sender's id of this delivery, equal on redelivery; null when it sent none. */
  deliveryId(delivery: Delivery): string | null;
  /** The sender's name of the event, for the delivery log; null when it cannot be told. Never throws. */
  eventName(delivery: Delivery): string | null;
  /** What a genuine delivery is answered when it asks for more than to be stored, and then nothing is stored; else null. */
  reply?(delivery: Delivery): Reply | null;
  /** What a delivery is answered once it is stored, where its sender shows people the answer; null for our own. */
  answer?(delivery: Delivery): Reply | null;
  /**
   * What happened, as events that pass `eventSchema`; at least one. Call it after {@link verify}. An event with an `idempotencyKey`
   * counts once in its integration, whichever delivery brings it.
   * Throws `malformed_json` for a body that is not JSON, `unsupported_media_type` for a format that its protocol does not have,
   * `invalid_request` for one that cannot be an event.
   */
  toEvents(delivery: Delivery, receivedAt: Date): ActivityEvent[];
}
