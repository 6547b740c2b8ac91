"use client";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { later } from "../ui/later";
import { isEnded, openGate, watchSession } from "./session-state";

export interface SessionEndProps {
  /** Who the page was made for. */
  me: { id: string; email: string };
  /** Whether there are ways to sign in besides a password. */
  hasOtherWays: boolean;
}

/** Few sessions end while somebody looks. Where its code cannot be had, the sign-in page is a click away. */
const SignInAgain = later<SessionEndProps>(() => import("./sign-in-again").then((module) => module.SignInAgain), {
  failed: (retry) => (
    <p
      role="alert"
      className="fixed inset-x-0 bottom-0 z-50 flex items-center justify-center gap-3 border-line border-t bg-panel px-4 py-2 text-[13px] shadow-pop"
    >
      <b className="font-semibold">Your session has ended.</b>
      <Button onClick={retry}>Sign in</Button>
    </p>
  ),
});

/** Notices that the session of a page's reader has ended, and has them sign in again without leaving it. */
export function SessionEnd(props: SessionEndProps) {
  useEffect(openGate, []);
  const hasEnded = useSyncExternalStore(watchSession, isEnded, () => false);
  return hasEnded ? <SignInAgain {...props} /> : null;
}
