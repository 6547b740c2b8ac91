"use client";
import { useCallback, useEffect, useRef } from "react";
import { readReader } from "./read-reader";
import { sayRenewed } from "./session-state";

const LOOK_MS = 2_000;

/**
 * Goes on once `me` is signed in again, here or in another window; with somebody else signed in the page is loaded anew. Gives
 * `check`, which looks at once and tells whether anybody is, and `openWindow`, for the ways to sign in that lead elsewhere.
 */
export function useRenewal(me: string): { check: () => Promise<boolean>; openWindow: () => void } {
  const opened = useRef<Window | null>(null);
  const check = useCallback(async () => {
    const reader = await readReader();
    if (reader === null || reader === undefined) return false;
    opened.current?.close();
    if (reader === me) sayRenewed();
    else location.reload();
    return true;
  }, [me]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void check();
    };
    const timer = setInterval(() => {
      if (opened.current !== null && !opened.current.closed) void check();
    }, LOOK_MS);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [check]);
  const openWindow = useCallback(() => {
    const here = `${location.pathname}${location.search}`;
    opened.current = window.open(`/sign-in?callbackUrl=${encodeURIComponent(here)}`, "las-sign-in");
  }, []);
  return { check, openWindow };
}
