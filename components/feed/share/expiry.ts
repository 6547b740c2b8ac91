const DAY_MS = 86_400_000;

/** When a link ends. `date`: at the end of a chosen day. */
export const EXPIRIES = [
  { value: "never", label: "Never" },
  { value: "1", label: "In 1 day" },
  { value: "7", label: "In 7 days" },
  { value: "30", label: "In 30 days" },
  { value: "date", label: "On a date…" },
] as const;

/** The instant of a choice as the API takes it; null for never. `date` is a local day, `2026-12-31`, and the link still works on it. */
export function expiryOf(choice: string, date: string, now: number): string | null {
  if (choice === "never") return null;
  if (choice !== "date") return new Date(now + Number(choice) * DAY_MS).toISOString();
  const [year = 0, month = 1, day = 0] = date.split("-").map(Number);
  const at = new Date(year, month - 1, day + 1);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
