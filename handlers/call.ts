import type { Sink } from "@/stream/reader/sink";

/** One API call as the handlers see it, whichever door it came through. */
export interface Call {
  method: string;
  /** Path and query; the host is not to be trusted. */
  url: URL;
  /** The path's parameters, such as `team`. */
  params: Readonly<Record<string, string>>;
  /** True when it surely comes from this machine and nobody handed it on; never where the peer's address is unknown. */
  isLocal?: boolean;
  /** A request header, whatever the case of its name; null when absent. */
  header(name: string): string | null;
  /** Every request header, names in lower case. */
  headers(): Iterable<[name: string, value: string]>;
  /** The raw body. Throws `payload_too_large` beyond `limit` bytes, `incomplete_body` when it comes too slowly or not whole; neither reads on. */
  body(limit: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a handler answers: a body, or a stream that is opened on the door's sink. */
export type Answer = PlainAnswer | StreamAnswer;

export interface PlainAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** A body that is too long to be made at once. Only the web door has a stream for it; the lanes leave such calls to Next. */
export interface PulledAnswer {
  status: 200;
  headers: Record<string, string>;
  /** The next piece of the body once the reader took the one before, null at its end. What it throws cuts the connection. */
  read(): Promise<string | null>;
  /** Called once when nothing more is read, however it ended. */
  close(): void;
}

/** A body of bytes that is there as a whole. Only the web door has it; no lane answers such a call. */
export interface BytesAnswer {
  status: 200;
  headers: Record<string, string>;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface StreamAnswer {
  status: 200;
  headers: Record<string, string>;
  /** Starts sending to the sink; the returned function is called once when the reader is gone. */
  open(sink: Sink): () => void;
}

/** A plain function from a call to its answer; it throws ActivityError, and the door turns that into HTTP. */
export type Handler<A extends Answer | PulledAnswer | BytesAnswer = Answer> = (call: Call) => Promise<A>;

/** A JSON answer. Unless `headers` says otherwise, whoever asked may keep what a GET gives and must ask after it; the rest is kept nowhere. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): PlainAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** 204: done, nothing to say. */
export const noContent: PlainAnswer = { status: 204, headers: {}, body: null };
