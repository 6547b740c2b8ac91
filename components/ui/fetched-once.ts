/** Code that is fetched when it is first needed, or ahead of that. */
export interface FetchedOnce<T> {
  /** Null until it is there. */
  now: () => T | null;
  /** Rejects when it cannot be fetched; the next call tries again. */
  fetch: () => Promise<T>;
  /** Fetches it for whoever is about to need it. What cannot be fetched now is asked for again then. */
  prepare: () => void;
}

/** The code that `load` imports. */
export function fetchedOnce<T>(load: () => Promise<T>): FetchedOnce<T> {
  let loaded: T | null = null;
  const fetch = async () => {
    loaded ??= await load();
    return loaded;
  };
  return { now: () => loaded, fetch, prepare: () => void fetch().catch(() => {}) };
}
