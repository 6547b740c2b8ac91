"use client";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { Button } from "./button";
import { type FetchedOnce, fetchedOnce } from "./fetched-once";

/** What stands in for a part of the page while its code is on its way, and when it did not come. */
interface Meanwhile<Props> {
  /** Default: nothing. */
  waiting?: (props: Props) => ReactNode;
  /** Default: {@link PartFailed}. */
  failed?: (retry: () => void) => ReactNode;
}

type Ahead = Pick<FetchedOnce<unknown>, "prepare">;

/** What shows that somebody uses the page. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"] as const;
/** After the first of them, milliseconds: what it asked for comes first. */
const AFTER_MS = 300;

/** Fetches the code of a part before it is asked for, as soon as somebody uses the page: then it is there offline, too. */
export function usePreload({ prepare }: Ahead): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      stop();
      timer = setTimeout(prepare, AFTER_MS);
    };
    const stop = () => {
      for (const sign of SIGNS) removeEventListener(sign, start);
    };
    for (const sign of SIGNS) addEventListener(sign, start, { passive: true });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [prepare]);
}

/** Says at the bottom of the screen that a part of the page is missing. */
function PartFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-4 z-50 mx-auto flex w-max max-w-[calc(100vw-24px)] animate-appear items-center gap-3 rounded-xl border border-line bg-panel py-2 pr-2 pl-4 text-[13px] shadow-pop"
    >
      This part of the page could not be loaded.
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

/**
 * A component whose code is fetched when it is first shown, in the browser alone, or ahead of that. Unlike next/dynamic, code that
 * cannot be fetched (offline, say) does not take the page down: it can be tried again.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting, failed }: Meanwhile<Props> = {},
): ComponentType<Props> & Ahead {
  const code = fetchedOnce(load);
  function Later(props: Props) {
    const [state, setState] = useState<"waiting" | "failed" | "there">(code.now() === null ? "waiting" : "there");
    useEffect(() => {
      if (state !== "waiting") return;
      let isWanted = true;
      code.fetch().then(
        () => isWanted && setState("there"),
        () => isWanted && setState("failed"),
      );
      return () => {
        isWanted = false;
      };
    }, [state]);
    useEffect(() => {
      if (state !== "failed") return;
      const retry = () => setState("waiting");
      window.addEventListener("online", retry);
      return () => window.removeEventListener("online", retry);
    }, [state]);
    const Part = code.now();
    if (state === "there" && Part !== null) return <Part {...props} />;
    const retry = () => setState("waiting");
    if (state === "failed") return failed?.(retry) ?? <PartFailed onRetry={retry} />;
    return waiting?.(props) ?? null;
  }
  return Object.assign(Later, { prepare: code.prepare });
}
