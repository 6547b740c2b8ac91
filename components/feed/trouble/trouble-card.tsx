"use client";
import { useEffect, useState } from "react";
import { Button } from "../../ui/button";
import { CircleCheck, CloudOff, Hourglass, type IconShape, RefreshCw } from "../../ui/icons";
import { Spinner } from "../../ui/spinner";
import type { LiveState } from "../live/follow-stream";
import { tryNow } from "../live/try-now";
import { sayTrouble, type Trouble } from "./trouble-of";
import { useSlow, useTrouble } from "./use-trouble";

const ICONS: Record<Trouble, IconShape> = {
  offline: CloudOff,
  reconnecting: RefreshCw,
  databaseAway: CloudOff,
  slow: Hourglass,
};
const TRYING_MS = 1_500;

export interface TroubleCardProps {
  live: Pick<LiveState, "connection" | "listener">;
  /** False on a page that no stream continues. */
  isFollowed: boolean;
  canPost: boolean;
  /** The list is on its way. */
  isWaiting: boolean;
  /** Asks for the list again. */
  onRetry: () => void;
}

/** Says, hanging from the header over the first rows, what is the matter with the connection; nothing moves. Waits until it is worth a word. */
export function TroubleCard({ live, isFollowed, canPost, isWaiting, onRetry }: TroubleCardProps) {
  const [attempt, setAttempt] = useState(0);
  const isSlow = useSlow(isWaiting, attempt);
  const told = useTrouble({ ...live, isFollowed, isSlow });
  const isBack = told === "back";
  const again = () => {
    if (told === "slow") {
      setAttempt((before) => before + 1);
      onRetry();
      return;
    }
    tryNow();
  };
  return (
    <div data-trouble={told ?? undefined} className="pointer-events-none flex justify-center px-3">
      <div role="status" className="contents">
        {isBack && (
          <p className="mt-2 flex animate-appear items-center gap-2 rounded-xl border border-line bg-panel px-3.5 py-2 text-[13px] shadow-pop">
            <CircleCheck className="size-4 shrink-0 text-live" />
            Back online — nothing was missed
          </p>
        )}
        {told !== null && !isBack && <Told trouble={told} canPost={canPost} onAgain={again} />}
      </div>
    </div>
  );
}

function Told({ trouble, canPost, onAgain }: { trouble: Trouble; canPost: boolean; onAgain: () => void }) {
  const { matter, works } = sayTrouble(trouble, canPost);
  const Icon = ICONS[trouble];
  const [isTrying, setTrying] = useState(false);
  useEffect(() => {
    if (!isTrying) return;
    const timer = setTimeout(() => setTrying(false), TRYING_MS);
    return () => clearTimeout(timer);
  }, [isTrying]);
  return (
    <div className="pointer-events-auto mt-2 flex max-w-[620px] animate-appear items-center gap-3 rounded-xl border border-line bg-panel py-2 pr-2 pl-3.5 text-[13px] shadow-pop">
      <Icon className="size-4 shrink-0 text-amber" />
      <p className="min-w-0 text-pretty leading-snug">
        <b className="font-semibold">{matter}</b> <span className="text-soft">{works}</span>
      </p>
      <Button
        // Not disabled while it tries: the focus would be lost.
        aria-disabled={isTrying}
        onClick={() => {
          if (isTrying) return;
          setTrying(true);
          onAgain();
        }}
        className="shrink-0"
      >
        {isTrying && <Spinner />}
        {trouble === "slow" ? "Try again" : "Try now"}
      </Button>
    </div>
  );
}
