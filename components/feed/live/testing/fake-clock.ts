interface Timer {
  due: number;
  act: () => void;
}

/** Lets everything happen that waits for nothing but its turn. */
const settlePromises = () => new Promise<void>((done) => setImmediate(done));

/** Timers and a wall clock that only move when they are told to. */
export class FakeClock {
  private wall = Date.UTC(2026, 10, 23);
  private time = 0;
  private readonly timers = new Set<Timer>();

  /** Milliseconds since 1970. */
  now(): number {
    return this.wall;
  }

  after(ms: number, act: () => void): () => void {
    const timer = { due: this.time + ms, act };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Lets time pass, timer by timer. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settlePromises();
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      this.moveTo(next.due);
      this.timers.delete(next);
      next.act();
      await settlePromises();
    }
    this.moveTo(end);
  }

  /** The machine slept, or its clock was set: no timer has run. */
  jump(ms: number): void {
    this.wall += ms;
  }

  private moveTo(time: number): void {
    this.wall += time - this.time;
    this.time = time;
  }

  private next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.due <= end && (first === undefined || timer.due < first.due)) first = timer;
    }
    return first;
  }
}
