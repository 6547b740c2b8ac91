/** In, last step, with a broker: what a transaction changed is rung when, and only when, it has committed. */
import type { Db, Driver, Executor } from "../drivers/driver";
import type { Broker } from "./broker";
import type { Signal } from "./signal";

type Ring = (signal: Signal) => void;

/** One process loads this module more than once, and all must find the same bell. */
const KEY = Symbol.for("las.bells");
const globals = globalThis as { [KEY]?: WeakMap<object, Ring> };
globals[KEY] ??= new WeakMap();
const bells = globals[KEY];

/** How to ring for what is written through `db`; null when Postgres is to do it itself, by NOTIFY in the same transaction. */
export function bellOf(db: Executor): Ring | null {
  return bells.get(db) ?? null;
}

/** Hangs a bell on a database, on its transactions, and on theirs. */
function hang(db: Pick<Db, "transaction"> & Executor, ring: Ring): void {
  bells.set(db, ring);
  const begin = db.transaction.bind(db);
  db.transaction = async (work, config) => {
    const rung: Signal[] = [];
    const result = await begin(async (tx) => {
      hang(tx, (signal) => rung.push(signal));
      return await work(tx);
    }, config);
    for (const signal of rung) ring(signal);
    return result;
  };
}

/** The driver, with `broker` in the place of LISTEN and NOTIFY for everything that is written and heard through it. */
export function withBroker(driver: Driver, broker: Broker): Driver {
  hang(driver.db, (signal) => broker.ring(signal));
  return {
    ...driver,
    broker,
    close: async () => {
      await broker.close();
      await driver.close();
    },
  };
}
