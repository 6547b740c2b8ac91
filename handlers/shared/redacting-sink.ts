/** Out, for readers outside the team: what a subscriber sends is rewritten before it goes to the door's own sink. */
import { activitySchema } from "@/activity/activity";
import { parseEventId } from "@/activity/event-id";
import { streamMessageSchema } from "@/activity/wire-schema";
import type { Executor } from "@/db/drivers/driver";
import { log } from "@/log";
import { encodeFrame, joinPieces, type Piece } from "@/stream/feed/frame";
import { BEHIND_BYTES, LOW_BYTES, MAX_BYTES, type Sink } from "@/stream/reader/sink";
import { type OutsideView, redact } from "./redaction";

/** What was rewritten already, by view: readers of one link share it, as members share what it was made of. */
const rewritten = new WeakMap<Piece, Map<string, Promise<Piece>>>();

async function rewrite(db: Executor, view: OutsideView, piece: Piece): Promise<Piece> {
  const messages = piece.messages.map((text) => {
    const { id, ...message } = JSON.parse(text);
    return { id: parseEventId(String(id)), message: streamMessageSchema.parse(message) };
  });
  const activities = messages.flatMap(({ message }) => (message.event === "activity" ? [message.data] : []));
  if (activities.length === 0) return piece;
  const shown = [...(await redact(db, view, activities))];
  return joinPieces(
    messages.map(({ id, message }) => {
      if (id === null) throw new Error("a frame has no place");
      if (message.event !== "activity") return encodeFrame(id, message);
      return encodeFrame(id, { event: "activity", data: activitySchema.parse(shown.shift()) });
    }),
  );
}

function share(db: Executor, view: OutsideView, piece: Piece): Promise<Piece> {
  const byView = rewritten.get(piece) ?? new Map<string, Promise<Piece>>();
  rewritten.set(piece, byView);
  let made = byView.get(view.id);
  if (made === undefined) {
    made = rewrite(db, view, piece);
    byView.set(view.id, made);
    made.catch(() => byView.delete(view.id));
  }
  return made;
}

/** A sink before another, which gets what a view's profile lets through, in order. What cannot be rewritten ends the stream. */
export class RedactingSink implements Sink {
  private line: Promise<void> = Promise.resolve();
  private waiting = 0;
  private isClosed = false;

  constructor(
    private readonly db: Executor,
    private readonly view: OutsideView,
    private readonly inner: Sink,
  ) {}

  get door(): Sink["door"] {
    return this.inner.door;
  }

  write(piece: Piece): boolean {
    if (this.isClosed) return false;
    this.waiting += piece.size;
    this.line = this.line
      .then(() => this.pass(piece))
      .catch((error: unknown) => {
        log.warn({ err: error }, "a shared stream could not be rewritten");
        this.close();
      });
    return this.waiting <= MAX_BYTES;
  }

  isBehind(): boolean {
    return !this.isClosed && (this.waiting > BEHIND_BYTES || this.inner.isBehind());
  }

  async drained(): Promise<void> {
    if (this.waiting > LOW_BYTES) await this.line;
    await this.inner.drained();
  }

  /** At once: what waits is not sent any more. Its reader comes back for it, if it may. */
  close(): void {
    this.isClosed = true;
    this.inner.close();
  }

  private async pass(piece: Piece): Promise<void> {
    const shown = this.isClosed ? null : await share(this.db, this.view, piece);
    this.waiting -= piece.size;
    if (shown === null || this.isClosed) return;
    if (!this.inner.write(shown)) this.close();
  }
}
