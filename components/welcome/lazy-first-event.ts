"use client";
import dynamic from "next/dynamic";

/** {@link FirstEvent}, by itself: a feed in which something has happened does not load it. */
export const LazyFirstEvent = dynamic(() => import("./first-event").then((module) => module.FirstEvent));
