/** Where somebody was in a list: its first row in sight, and what was selected. */
export interface SavedPlace {
  /** Of the row. */
  timestamp: string;
  seq: number;
  /** From the top of the window to the row, pixels. */
  offset: number;
  /** Id of the activity whose details were shown. */
  selected: string | null;
}

const KEY = "feed-places";
/** As many addresses are remembered, the last ones. */
const MOST = 30;

function isPlace(value: unknown): value is SavedPlace {
  if (typeof value !== "object" || value === null) return false;
  const { timestamp, seq, offset, selected } = value as Record<string, unknown>;
  const isSelected = selected === null || typeof selected === "string";
  return typeof timestamp === "string" && Number.isInteger(seq) && typeof offset === "number" && isSelected;
}

function readAll(storage: Storage): [string, unknown][] {
  try {
    const all: unknown = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(all) ? all.filter((one) => Array.isArray(one) && typeof one[0] === "string") : [];
  } catch {
    return [];
  }
}

/** The place that was saved for an address in this tab; null when there is none, or none that can be read. */
export function readPlace(storage: Storage, address: string): SavedPlace | null {
  const place = readAll(storage).find(([one]) => one === address)?.[1];
  return isPlace(place) ? place : null;
}

/** Saves the place of an address for this tab; null: at the very top, which needs no restoring. A full storage saves nothing. */
export function savePlace(storage: Storage, address: string, place: SavedPlace | null): void {
  const others = readAll(storage).filter(([one]) => one !== address);
  const all = place === null ? others : [...others, [address, place]];
  try {
    storage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
  } catch {
    // The list opens at its top then, as without a storage.
  }
}
