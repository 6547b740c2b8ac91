const MOST = 999;
const numbers = new Intl.NumberFormat("en-US");

/** A number as people read it: `48,213`. */
export function sayNumber(value: number): string {
  return numbers.format(value);
}

/** How many activities are newer, as the link to them says it: `37 newer`, `999+ newer`; null when there are none. */
export function sayNewer({ count, isAll }: { count: number; isAll: boolean }): string | null {
  if (count > MOST) return `${MOST}+ newer`;
  if (count === 0) return isAll ? null : "some newer";
  return `${sayNumber(count)}${isAll ? "" : "+"} newer`;
}
