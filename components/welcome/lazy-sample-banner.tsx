"use client";
import { type ComponentProps, lazy, Suspense } from "react";

const SampleBanner = lazy(() => import("./sample-banner").then((module) => ({ default: module.SampleBanner })));

/** {@link SampleBanner}, by itself, and part of what the server sends: the other teams' pages do not load it. */
export function LazySampleBanner(props: ComponentProps<typeof SampleBanner>) {
  return (
    <Suspense>
      <SampleBanner {...props} />
    </Suspense>
  );
}
