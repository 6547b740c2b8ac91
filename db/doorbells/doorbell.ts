import type { Topic } from "./signal";

/** A connection on which doorbells are heard. */
export interface Line {
  /** Rings for everybody with a text that is no signal; resolves once it is on its way. */
  probe(payload: string): Promise<unknown>;
  close(): Promise<unknown>;
}

/** The way that doorbells take from whoever commits to whoever reads. */
export interface Doorbell {
  readonly via: "postgres" | "redis" | "nats";
  /** What to say when nothing fails, and yet its own ring does not come back. */
  readonly silence: string;
  /** Opens a line that hears every topic. `onEnd` is called once when it is lost. */
  open(hear: (topic: string, payload: string) => void, onEnd: (error: Error | null) => void): Promise<Line>;
}

/** One connection to a broker; it does not come back by itself when it is lost. */
export interface BrokerConnection {
  /** Resolves when the broker has it. */
  publish(topic: Topic, payload: string): Promise<unknown>;
  subscribe(topics: readonly Topic[], hear: (topic: string, payload: string) => void): Promise<unknown>;
  /** Called once when the connection is lost or closed. */
  onEnd(handler: (error: Error | null) => void): void;
  close(): Promise<unknown>;
}
