/** Out, first step: hears the doorbells and says, in plain words, whether they can be relied on. */
import { randomUUID } from "node:crypto";
import { log } from "@/log";
import type { Line } from "./doorbells/doorbell";
import { postgresDoorbell } from "./doorbells/postgres";
import { parseSignal, type Signal } from "./doorbells/signal";
import type { Driver } from "./drivers/driver";
import { causeText } from "./sql-state";

/** `live`: doorbells arrive. `polling`: they do not, and `reason` says why; whoever listens has to look by themselves. */
export interface ChannelState {
  state: "live" | "polling";
  reason: string | null;
}

export interface Channel {
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 10_000;
const ANSWER_MS = 10_000;
const GOODBYE_MS = 500;
/** How often a doorbell of our own is rung, and how long it may take to arrive. */
const PROBE_EVERY_MS = 30_000;
const PROBE_MS = 3_000;

/**
 * Listens on a connection of its own until `close`, connecting again with jittered back-off whenever it is lost.
 * What rang while it was away is lost for good: on every change to `live` the caller must look for itself.
 */
export function listen(
  driver: Driver,
  onSignal: (signal: Signal) => void,
  onState: (state: ChannelState) => void,
): Channel {
  const doorbell = driver.broker ?? postgresDoorbell(driver);
  let closed = false;
  let failures = 0;
  /** Ends the one wait that is under way. */
  let interrupt: (error: Error) => void = () => {};

  /** Waits for `work`, at most `ms`, or until the connection or the channel ends; without work it is a pause. */
  function wait<T>(ms: number, work?: { done: Promise<T>; late: string }): Promise<T | undefined> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => (work === undefined ? done(undefined) : fail(new Error(work.late))), ms);
      interrupt = (error) => {
        clearTimeout(timer);
        fail(error);
      };
      work?.done.then(done, fail).finally(() => clearTimeout(timer));
    });
  }

  /** One line's life; throws why it ended. */
  async function listenOnce(): Promise<void> {
    const probe = `probe:${randomUUID()}`;
    let heard: () => void = () => {};
    let lost: Error | null = null;
    const hear = (topic: string, payload: string) => {
      if (closed || lost !== null) return;
      if (payload === probe) heard();
      const signal = parseSignal(topic, payload);
      if (signal !== null) onSignal(signal);
    };
    const line = await openLine(hear, (error) => {
      lost = error ?? new Error("the connection was closed");
      interrupt(lost);
    });
    try {
      for (let first = true; !closed && lost === null; first = false) {
        const arrival = new Promise<void>((done) => {
          heard = done;
        });
        await wait(ANSWER_MS, { done: line.probe(probe), late: "the doorbell could not be rung in time" });
        await wait(PROBE_MS, { done: arrival, late: doorbell.silence });
        failures = 0;
        if (first && !closed) onState({ state: "live", reason: null });
        if (!closed && lost === null) await wait(PROBE_EVERY_MS);
      }
      throw lost ?? new Error("closed");
    } finally {
      lost ??= new Error("closed");
      // A dead network never answers a goodbye.
      await wait(GOODBYE_MS, { done: line.close(), late: "the connection did not close" }).catch(() => {});
    }
  }

  async function openLine(...handlers: Parameters<typeof doorbell.open>): Promise<Line> {
    const opening = doorbell.open(...handlers);
    try {
      await wait(ANSWER_MS, { done: opening, late: "the connection could not be opened in time" });
    } catch (error) {
      opening.then((line) => line.close()).catch(() => {});
      throw error;
    }
    return await opening;
  }

  async function run(): Promise<void> {
    while (!closed) {
      try {
        await listenOnce();
      } catch (error) {
        if (closed) return;
        if (failures === 0) log.warn({ err: error }, "doorbells are not heard; polling until they are");
        failures += 1;
        onState({ state: "polling", reason: causeText(error) });
        const ceiling = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10));
        await wait(ceiling * (0.5 + Math.random() / 2)).catch(() => {});
      }
    }
  }

  const running = run();
  return {
    close: async () => {
      closed = true;
      interrupt(new Error("closed"));
      await running;
    },
  };
}
