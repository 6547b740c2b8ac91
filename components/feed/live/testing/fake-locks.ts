import type { SlotChannel, SlotLocks } from "../slots";
import type { FakeClock } from "./fake-clock";

const MESSAGE_MS = 2;

interface Request {
  hold: (lock: unknown) => Promise<void> | undefined;
  done: () => void;
}

/** Web Locks, and a channel, as all tabs of a browser share them. */
export class FakeLocks implements SlotLocks {
  private readonly held = new Set<string>();
  private readonly lines = new Map<string, Request[]>();
  private readonly ears = new Set<(message: string) => void>();

  constructor(private readonly clock: FakeClock) {}

  request(name: string, options: LockOptions, hold: Request["hold"]): Promise<unknown> {
    return new Promise<void>((done, refuse) => {
      const request = { hold, done };
      if (options.ifAvailable && this.held.has(name)) {
        this.clock.after(MESSAGE_MS, () => {
          hold(null);
          done();
        });
        return;
      }
      this.lines.set(name, [...(this.lines.get(name) ?? []), request]);
      options.signal?.addEventListener("abort", () => {
        const line = this.lines.get(name) ?? [];
        if (!line.includes(request)) return;
        this.lines.set(
          name,
          line.filter((other) => other !== request),
        );
        refuse(options.signal?.reason);
      });
      this.grant(name);
    });
  }

  openChannel(hear: (message: string) => void): SlotChannel {
    this.ears.add(hear);
    const tell = (ear: (message: string) => void, message: string) =>
      this.clock.after(MESSAGE_MS, () => {
        if (this.ears.has(ear)) ear(message);
      });
    return {
      say: (message) => {
        for (const ear of this.ears) if (ear !== hear) tell(ear, message);
      },
      close: () => this.ears.delete(hear),
    };
  }

  private grant(name: string): void {
    const [request, ...rest] = this.lines.get(name) ?? [];
    if (request === undefined || this.held.has(name)) return;
    this.held.add(name);
    this.lines.set(name, rest);
    this.clock.after(MESSAGE_MS, async () => {
      await request.hold({ name });
      request.done();
      this.held.delete(name);
      this.grant(name);
    });
  }
}
