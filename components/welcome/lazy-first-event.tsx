"use client";
import { type ComponentProps, lazy, Suspense } from "react";

const FirstEvent = lazy(() => import("./first-event").then((module) => ({ default: module.FirstEvent })));

/** {@link FirstEvent}, by itself, and part of what the server sends: a feed in which something has happened does not load it. */
export function LazyFirstEvent(props: ComponentProps<typeof FirstEvent>) {
  return (
    <Suspense>
      <FirstEvent {...props} />
    </Suspense>
  );
}
