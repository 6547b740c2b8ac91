/** What every row of the list offers: its own link, within the element that names the activity. */
const ROW = "a[data-row]";
const ACTIVITY = "[data-activity]";

/** The activity that a row, or anything in it, is about; null outside of rows. */
export function activityAt(element: Element | null): string | null {
  return element?.closest(ACTIVITY)?.getAttribute("data-activity") ?? null;
}

/** The first row that is seen whole below the page's sticky head. */
function firstSeen(rows: readonly HTMLElement[]): number {
  const top = document.querySelector("main > header")?.getBoundingClientRect().bottom ?? 0;
  const place = rows.findIndex((row) => (row.closest(ACTIVITY) ?? row).getBoundingClientRect().top >= top - 1);
  return place === -1 ? 0 : place;
}

/**
 * Moves the focus to the row after (1) or before (-1) the one that has it, else the one of `selectedId`, else to the first that is
 * seen. Gives the activity of that row; null when there is none in that direction.
 */
export function moveFocus(direction: 1 | -1, selectedId: string | null): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const from = activityAt(document.activeElement) ?? selectedId;
  const place = from === null ? -1 : rows.findIndex((row) => activityAt(row) === from);
  const row = rows[place === -1 ? firstSeen(rows) : place + direction];
  if (row === undefined) return null;
  row.focus({ preventScroll: true });
  row.closest(ACTIVITY)?.scrollIntoView({ block: "nearest" });
  return activityAt(row);
}
