/** Out, first step: hears the database's doorbells (LISTEN) and says, in plain words, whether they can be relied on. */
import { randomUUID } from "node:crypto";
import { log } from "@/log";
import type { DirectClient, Driver } from "./drivers/driver";

/** A doorbell: there is something new to read, or somebody's access has changed. */
export type Signal =
  | { topic: "activity"; teamId: string; seq: number }
  | { topic: "access"; teamId: string }
  | { topic: "access"; userId: string };

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
const NOT_DELIVERED = "notifications do not arrive; a pooler does not deliver them: set DATABASE_URL_UNPOOLED";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a notification; null for what is not one of ours, such as another process's probe. */
export function parseSignal(channel: string, payload: string): Signal | null {
  if (channel === "activity") {
    const [teamId = "", seq = ""] = payload.split(":");
    return UUID.test(teamId) && /^\d{1,16}$/.test(seq) ? { topic: "activity", teamId, seq: Number(seq) } : null;
  }
  if (channel !== "access") return null;
  if (payload.startsWith("user:")) return { topic: "access", userId: payload.slice("user:".length) };
  return UUID.test(payload) ? { topic: "access", teamId: payload } : null;
}

/**
 * Listens on a connection of its own until `close`, connecting again with jittered back-off whenever it is lost.
 * What rang while it was away is lost for good: on every change to `live` the caller must look for itself.
 */
export function listen(
  driver: Driver,
  onSignal: (signal: Signal) => void,
  onState: (state: ChannelState) => void,
): Channel {
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

  async function connect(): Promise<DirectClient> {
    const opening = driver.connectDirect();
    try {
      await wait(ANSWER_MS, { done: opening, late: "the connection could not be opened in time" });
    } catch (error) {
      opening.then((client) => client.close()).catch(() => {});
      throw error;
    }
    return await opening;
  }

  /** One connection's life; throws why it ended. */
  async function listenOnce(): Promise<void> {
    const client = await connect();
    const probe = `probe:${randomUUID()}`;
    let heard: () => void = () => {};
    let lost: Error | null = null;
    client.onEnd((error) => {
      lost = error ?? new Error("the database closed the connection");
      interrupt(lost);
    });
    client.onNotification((channel, payload) => {
      if (closed || lost !== null) return;
      if (payload === probe) heard();
      const signal = parseSignal(channel, payload);
      if (signal !== null) onSignal(signal);
    });
    try {
      await wait(ANSWER_MS, {
        done: client.query("LISTEN activity; LISTEN access"),
        late: "LISTEN was not answered in time",
      });
      for (let first = true; !closed && lost === null; first = false) {
        const arrival = new Promise<void>((done) => {
          heard = done;
        });
        const ring = driver.pool.query("SELECT pg_notify('activity', $1)", [probe]);
        await wait(ANSWER_MS, { done: ring, late: "NOTIFY was not answered in time" });
        await wait(PROBE_MS, { done: arrival, late: NOT_DELIVERED });
        failures = 0;
        if (first && !closed) onState({ state: "live", reason: null });
        if (!closed && lost === null) await wait(PROBE_EVERY_MS);
      }
      throw lost ?? new Error("closed");
    } finally {
      lost ??= new Error("closed");
      // A dead network never answers a goodbye.
      await wait(GOODBYE_MS, { done: client.close(), late: "the connection did not close" }).catch(() => {});
    }
  }

  async function run(): Promise<void> {
    while (!closed) {
      try {
        await listenOnce();
      } catch (error) {
        if (closed) return;
        if (failures === 0) log.warn({ err: error }, "the listener was lost; polling until it is back");
        failures += 1;
        onState({ state: "polling", reason: error instanceof Error ? error.message : String(error) });
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
