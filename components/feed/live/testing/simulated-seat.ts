import type { Seat, SlotListener } from "../environment";
import type { FakeClock } from "./fake-clock";

/** Whether the browser's slots are all held by other visible tabs. */
export interface Slots {
  areFull: boolean;
}

/** A seat whose neighbours are one word: full or not. */
export class SimulatedSeat implements Seat {
  private isHeld = false;
  private waits = 0;

  constructor(
    private readonly listener: SlotListener,
    private readonly slots: Slots,
    private readonly clock: FakeClock,
  ) {}

  want(isPatient: boolean): void {
    this.waits += 1;
    const turn = this.waits;
    this.clock.after(3, () => this.answer(turn, isPatient));
  }

  offer(): void {}

  letGo(): void {
    this.waits += 1;
    this.isHeld = false;
  }

  end(): void {
    this.letGo();
  }

  private answer(turn: number, isPatient: boolean): void {
    if (turn !== this.waits || this.isHeld) return;
    if (!this.slots.areFull) {
      this.isHeld = true;
      this.listener.onGranted();
    } else if (isPatient) this.clock.after(50, () => this.answer(turn, isPatient));
    else this.listener.onDenied();
  }
}
