/** Class names of a filter chip; `isSet` gives it the accent. */
export function chipClass(isSet: boolean, more = ""): string {
  const look = isSet
    ? "border-transparent bg-accent-soft font-medium text-accent"
    : "border-line bg-panel text-soft hover:bg-hover hover:text-ink";
  return `inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-full border px-2.5 py-1 text-[12.5px] leading-[18px] transition-colors ${look} ${more}`;
}
