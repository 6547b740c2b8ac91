"use client";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";

/** What stands in for a part of the page while its code is on its way, and when it did not come. */
export interface Meanwhile<Props> {
  waiting?: (props: Props) => ReactNode;
  failed: (retry: () => void, props: Props) => ReactNode;
}

/**
 * A component whose code is fetched when it is first shown, in the browser alone. Unlike next/dynamic, code that cannot be fetched
 * (offline, say) does not take the page down: it can be tried again.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting, failed }: Meanwhile<Props>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => loaded);
    const [state, setState] = useState<"waiting" | "failed">("waiting");
    useEffect(() => {
      if (Shown !== null || state === "failed") return;
      let isWanted = true;
      load().then(
        (component) => {
          loaded = component;
          if (isWanted) setShown(() => component);
        },
        () => isWanted && setState("failed"),
      );
      return () => {
        isWanted = false;
      };
    }, [Shown, state]);
    if (Shown !== null) return <Shown {...props} />;
    return state === "failed" ? failed(() => setState("waiting"), props) : (waiting?.(props) ?? null);
  };
}
