const nameOf = (team: string) => `las.new-key.${team}`;

/** Carries a key from the page that made it to the page that shows it: this tab only, never the address. */
export function keepNewKey(team: string, key: string): void {
  try {
    sessionStorage.setItem(nameOf(team), key);
  } catch {
    // A browser that refuses storage loses the hand-over; the first-event card then offers to create a key.
  }
}

/** The key kept for a team, given out once; null when there is none. */
export function takeNewKey(team: string): string | null {
  try {
    const key = sessionStorage.getItem(nameOf(team));
    sessionStorage.removeItem(nameOf(team));
    return key;
  } catch {
    return null;
  }
}
