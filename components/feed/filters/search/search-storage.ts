/** Where this browser keeps the last searches of a team: the team's slug follows. */
export const RECENT_SEARCHES = "recent-searches:";

/** A browser may keep nothing, or refuse to be asked; a search works all the same. */
export function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Forgets the last searches of every team: whoever signs in next is to find none. */
export function clearAllRecent(): void {
  const store = storage();
  if (store === null) return;
  for (const key of Object.keys(store)) if (key.startsWith(RECENT_SEARCHES)) store.removeItem(key);
}
