import DataLoader from "dataloader";
import type { Executor } from "@/db/drivers/driver";
import { areKeysLive, type UsedKey } from "@/db/queries/keys/are-keys-live";
import { listKeysByHash, type SentKey, type StoredKey } from "@/db/queries/keys/list-keys-by-hash";
import { listSessionUsers, type NamedSession, type SessionUser } from "@/db/queries/sessions/list-session-users";
import { touchSessions } from "@/db/queries/sessions/touch-sessions";
import { listMemberships, type Membership } from "@/db/queries/teams/list-memberships";

/** Reads about access, those that are asked for at about the same time in one statement. */
interface Lookups {
  /** Whom sessions speak for; null for one that is revoked or gone. */
  sessions: DataLoader<NamedSession, SessionUser | null>;
  memberships: DataLoader<{ slug: string; userId: string }, Membership | null>;
  keys: DataLoader<SentKey, StoredKey | null>;
  liveKeys: DataLoader<UsedKey, boolean>;
  /** Notes of session ids that were used. */
  touches: DataLoader<string, void>;
}

/** Statements of one kind that may follow each other at once; beyond them one every {@link PAUSE_MS}. */
const AT_ONCE = 5;
const PAUSE_MS = 100;
/** How long notes of use are gathered, milliseconds: nobody waits for them. */
const TOUCH_MS = 500;
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
      sessions: gathered((asked) => listSessionUsers(db, asked)),
      memberships: gathered((asked) => listMemberships(db, asked)),
      keys: gathered((sent) => listKeysByHash(db, sent)),
      liveKeys: gathered((keys) => areKeysLive(db, keys)),
      touches: new DataLoader(
        async (ids) => {
          await touchSessions(db, ids);
          return ids.map(() => undefined);
        },
        { cache: false, maxBatchSize: MOST, batchScheduleFn: (dispatch) => setTimeout(dispatch, TOUCH_MS).unref() },
      ),
    };
    globals[KEY].set(db, lookups);
  }
  return lookups;
}
