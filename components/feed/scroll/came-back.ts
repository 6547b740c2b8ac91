// The address that the browser's own back, forward or reload led to, until somebody asks; null for any other way.
let ledTo: string | null = null;

if (typeof window !== "undefined") {
  const [entry] = performance.getEntriesByType("navigation");
  const type = entry !== undefined && "type" in entry ? entry.type : "";
  if (type === "back_forward" || type === "reload") ledTo = location.href;
  addEventListener("popstate", () => {
    ledTo = location.href;
  });
}

/** Whether the reader came to this address by the browser's back, forward or reload. Asked once for each arrival. */
export function cameBack(): boolean {
  const isBack = ledTo === location.href;
  ledTo = null;
  return isBack;
}
