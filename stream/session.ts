/** Out: the time from a hub's first reader to its last. Doorbells are listened for, and a poll stands behind them. */
import { type Channel, type ChannelState, listen } from "@/db/channel";
import type { Doorbell } from "@/db/doorbells/doorbell";
import type { Signal } from "@/db/doorbells/signal";
import type { Driver } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";

/** What a session asks of its hub. */
interface SessionOwner {
  driver(): Promise<Driver>;
  onSignal(signal: Signal): void;
  onState(via: Doorbell["via"], state: ChannelState): void;
  /** Looks for itself. A lost doorbell costs one period at most. */
  poll(driver: Driver): Promise<void>;
  onFailure(error: unknown): void;
  onTick(): void;
}

/** Periods in milliseconds. */
interface SessionTimes {
  pollMs: number;
  tickMs: number;
}

/** What carries a driver's doorbells. */
export function viaOf(driver: Driver): Doorbell["via"] {
  return driver.broker?.via ?? "postgres";
}

export class Session {
  private channel: Channel | null = null;
  private isOver = false;
  /** True while no pause is under way that could be cut short: the next one is then left out. */
  private isWoken = false;
  private endPause: (() => void) | null = null;
  private readonly ticker: NodeJS.Timeout;

  constructor(
    private readonly owner: SessionOwner,
    private readonly times: SessionTimes,
  ) {
    this.ticker = setInterval(() => owner.onTick(), times.tickMs);
    void this.run();
  }

  /** Resolves when nobody listens any more. */
  async close(): Promise<void> {
    this.isOver = true;
    clearInterval(this.ticker);
    this.wake();
    await this.channel?.close();
  }

  private async run(): Promise<void> {
    while (!this.isOver) {
      try {
        const driver = await inTime(this.owner.driver());
        if (this.isOver) return;
        this.channel ??= this.openChannel(driver);
        await this.owner.poll(driver);
      } catch (error) {
        if (!this.isOver) this.owner.onFailure(error);
      }
      await this.pause();
    }
  }

  private openChannel(driver: Driver): Channel {
    return listen(
      driver,
      (signal) => this.owner.onSignal(signal),
      (state) => {
        if (this.isOver) return;
        this.owner.onState(viaOf(driver), state);
        // What rang before anybody listened was not heard.
        if (state.state === "live") this.wake();
      },
    );
  }

  private wake(): void {
    if (this.endPause === null) this.isWoken = true;
    else this.endPause();
  }

  private async pause(): Promise<void> {
    if (!this.isWoken) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, this.times.pollMs);
        this.endPause = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
    this.isWoken = false;
    this.endPause = null;
  }
}
