"use client";
import { sayDate, sayExactly, sayWhen } from "../feed/list/say-time";
import { useZone } from "../feed/time";
import { useHydrated } from "../ui/use-hydrated";

interface MomentProps {
  /** ISO 8601. */
  at: string;
  /** Says the last week closer than by the date. */
  isRecent?: boolean;
  /** Says the time of day as well. */
  isExact?: boolean;
}

/** A date, in UTC until a script knows the reader's zone and customs. */
export function Moment({ at, isRecent = false, isExact = false }: MomentProps) {
  const isHydrated = useHydrated();
  const zone = useZone();
  const time = Date.parse(at);
  const near = isHydrated && isRecent ? sayWhen(time, Date.now(), zone).replace(/(min|hr)$/, "$1 ago") : null;
  return (
    <time dateTime={at} title={sayExactly(time, zone)} className="whitespace-nowrap">
      {isExact ? sayExactly(time, zone) : (near ?? sayDate(time, zone))}
    </time>
  );
}
