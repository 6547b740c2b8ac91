import DataLoader from "dataloader";
import type { Executor } from "@/db/drivers/driver";
import { listIntegrationsById, type StoredIntegration } from "@/db/queries/integrations/get-integration";

type Lookups = DataLoader<string, StoredIntegration | null>;

/** Integrations of one statement. */
const MOST = 500;
const KEY = Symbol.for("las.integration-lookups");
const globals = globalThis as { [KEY]?: WeakMap<Executor, Lookups> };

/** One statement at a time: what is asked for while it is on its way is the next. Nothing is remembered. */
function openLookups(db: Executor): Lookups {
  let running: Promise<unknown> = Promise.resolve();
  return new DataLoader(
    (ids: readonly string[]) => {
      const read = listIntegrationsById(db, ids);
      running = read.catch(() => {});
      return read;
    },
    {
      cache: false,
      maxBatchSize: MOST,
      batchScheduleFn: (dispatch) => void running.then(() => setImmediate(dispatch)),
    },
  );
}

/**
 * The integration that a webhook's address names; null when there is none. Asked for together by deliveries that come together:
 * a statement each would keep the database from storing them, and those of a flood would wait before its turn is asked for.
 */
export async function findIntegration(db: Executor, id: string): Promise<StoredIntegration | null> {
  globals[KEY] ??= new WeakMap();
  let lookups = globals[KEY].get(db);
  if (lookups === undefined) {
    lookups = openLookups(db);
    globals[KEY].set(db, lookups);
  }
  return await lookups.load(id);
}
