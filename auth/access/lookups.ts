import DataLoader from "dataloader";
import type { Executor } from "@/db/drivers/driver";
import { areKeysLive, type UsedKey } from "@/db/queries/keys/are-keys-live";
import { listKeysByHash, type SentKey, type StoredKey } from "@/db/queries/keys/list-keys-by-hash";
import { listMemberships, type Membership } from "@/db/queries/teams/list-memberships";
import { listUsers, type User } from "@/db/queries/users/list-users";

/** Reads about access, those that are asked for at about the same time in one statement. */
interface Lookups {
  /** By id. */
  users: DataLoader<string, User | null>;
  memberships: DataLoader<{ slug: string; userId: string }, Membership | null>;
  keys: DataLoader<SentKey, StoredKey | null>;
  liveKeys: DataLoader<UsedKey, boolean>;
}

/** Statements of one kind that may follow each other at once; beyond them one every {@link PAUSE_MS}. */
const AT_ONCE = 5;
const PAUSE_MS = 100;
/** Keys of one statement. */
const MOST = 500;

/**
 * When each batch goes: a few at once, as for single callers, then one in a tenth of a second, so that a thousand members
 * who come back together are a few statements. The leaky bucket of the generic cell rate algorithm (ITU-T I.371).
 */
function paced(): (dispatch: () => void) => void {
  let dueAt = 0;
  return (dispatch) => {
    const now = performance.now();
    const waitMs = Math.max(0, dueAt - AT_ONCE * PAUSE_MS - now);
    dueAt = Math.max(dueAt, now) + PAUSE_MS;
    if (waitMs === 0) setImmediate(dispatch);
    else setTimeout(dispatch, waitMs);
  };
}

function gathered<K, V>(read: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V> {
  return new DataLoader(read, { cache: false, maxBatchSize: MOST, batchScheduleFn: paced() });
}

const KEY = Symbol.for("las.access-lookups");
const globals = globalThis as { [KEY]?: WeakMap<Executor, Lookups> };

/** The lookups on one database. They remember nothing. */
export function lookupsOn(db: Executor): Lookups {
  globals[KEY] ??= new WeakMap();
  let lookups = globals[KEY].get(db);
  if (lookups === undefined) {
    lookups = {
      users: gathered((ids) => listUsers(db, ids)),
      memberships: gathered((asked) => listMemberships(db, asked)),
      keys: gathered((sent) => listKeysByHash(db, sent)),
      liveKeys: gathered((keys) => areKeysLive(db, keys)),
    };
    globals[KEY].set(db, lookups);
  }
  return lookups;
}
