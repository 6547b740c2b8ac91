import { type ChannelState, listen } from "@/db/channel";
import type { Driver } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import { causeText } from "@/db/sql-state";
import { log } from "@/log";
import type { ListenerReport } from "./listener-state";
import { viaOf } from "./session";

/** Health knows the outcome within 15 s of the start. */
const TEST_MS = 10_000;
/** How soon a doorbell that did not come back is tried again, when somebody asks for it. */
const AGAIN_MS = 30_000;

/** Rings once on a line of its own, which is closed again. Gives `polling` with the reason when nothing comes back. */
async function ringMyself(driver: Driver): Promise<ChannelState> {
  let tell: (state: ChannelState) => void = () => {};
  const told = new Promise<ChannelState>((done) => {
    tell = done;
  });
  const channel = listen(driver, () => {}, tell);
  try {
    return await inTime(told, TEST_MS, "the doorbell");
  } catch (error) {
    return { state: "polling", reason: causeText(error) };
  } finally {
    await channel.close();
  }
}

/** Finds out whether doorbells arrive while nobody is connected. Whoever listens for readers finds out by itself. */
export class SelfTest {
  private current: Promise<void> | null = null;
  private endedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly driver: () => Promise<Driver>,
    private readonly report: ListenerReport,
    /** False while there are readers, and once the hub shuts down. */
    private readonly isNeeded: () => boolean,
  ) {}

  /** Resolves when the outcome is known, or not needed. Never throws. */
  run(): Promise<void> {
    if (this.isNeeded()) {
      this.current ??= this.test().finally(() => {
        this.current = null;
        this.endedAt = performance.now();
      });
    }
    return this.current ?? Promise.resolve();
  }

  /** Once more in the background, when the last one failed a while ago. */
  runAgain(): void {
    const isDue = performance.now() - this.endedAt > AGAIN_MS;
    if (this.report.current.doorbell.status === "not_delivered" && isDue) void this.run();
  }

  /** Resolves when no test is under way. */
  async ended(): Promise<void> {
    await this.current;
  }

  private async test(): Promise<void> {
    try {
      const driver = await this.driver();
      const outcome = await ringMyself(driver);
      if (!this.isNeeded()) return;
      const via = viaOf(driver);
      this.report.tested(via, outcome);
      if (outcome.state === "live") log.debug({ via }, "doorbells arrive");
      else
        log.warn(
          { via, reason: outcome.reason },
          "doorbells do not arrive: live events come by polling, up to 2 s late",
        );
    } catch (error) {
      log.warn({ err: error }, "whether doorbells arrive could not be tested");
    }
  }
}
