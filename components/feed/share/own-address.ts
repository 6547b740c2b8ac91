/** Above this the reader is at the top: the address of the list is the place, and stays it while new activity comes. */
const TOP_PX = 80;

/** The address of what is on the screen: the filter, and where in the list the reader is. */
export function addressOf(url: URL, topmost: string | null): string {
  const here = new URL(url);
  here.hash = "";
  if (topmost !== null) {
    here.searchParams.delete("cursor");
    here.searchParams.set("at", topmost);
  }
  return here.href;
}

/** The id of the topmost activity that is seen whole below the header; null at the top of the list. */
export function topmostActivity(): string | null {
  if (window.scrollY < TOP_PX) return null;
  const below = document.querySelector("main header")?.getBoundingClientRect().bottom ?? 0;
  for (const row of document.querySelectorAll("[data-activity]"))
    if (row.getBoundingClientRect().top >= below) return row.getAttribute("data-activity");
  return null;
}
