import type { z } from "zod";
import type { changeSchema, streamMessageSchema } from "./wire-schema";

export type ResetReason = Extract<StreamMessage, { event: "reset" }>["data"]["reason"];
export type Change = z.infer<typeof changeSchema>;
export type StreamMessage = z.infer<typeof streamMessageSchema>;

/** The names of all messages: an EventSource hears only those that it listens for. */
export const STREAM_EVENTS = [
  "ready",
  "activity",
  "change",
  "heartbeat",
  "reset",
] as const satisfies readonly StreamMessage["event"][];

/** Milliseconds between heartbeats, and without one after which a reader rebuilds its stream. */
export const HEARTBEAT_MS = 15_000;
export const SILENCE_MS = 40_000;
