"use client";
import { sayDate, sayExactly, sayWhen } from "../feed/list/say-time";
import { useHydrated } from "../ui/use-hydrated";

/** A date, in UTC until a script knows the reader's zone; `isRecent` says the last week closer than that. */
export function Moment({ at, isRecent = false }: { at: string; isRecent?: boolean }) {
  const isHydrated = useHydrated();
  const zone = isHydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC";
  const time = Date.parse(at);
  return (
    <time dateTime={at} title={sayExactly(time, zone)} className="whitespace-nowrap">
      {isHydrated && isRecent ? sayWhen(time, Date.now(), zone).replace(/(min|hr)$/, "$1 ago") : sayDate(time, zone)}
    </time>
  );
}
