"use client";
import { useEffect, useSyncExternalStore } from "react";
import { later } from "../ui/later";
import { isEnded, openGate, watchSession } from "./session-state";

export interface SessionEndProps {
  /** Who the page was made for. */
  me: { id: string; email: string };
  /** Whether there are ways to sign in besides a password. */
  hasOtherWays: boolean;
}

/** Few sessions end while somebody looks. */
const SignInAgain = later<SessionEndProps>(() => import("./sign-in-again").then((module) => module.SignInAgain));

/** Notices that the session of a page's reader has ended, and has them sign in again without leaving it. */
export function SessionEnd(props: SessionEndProps) {
  useEffect(openGate, []);
  const hasEnded = useSyncExternalStore(watchSession, isEnded, () => false);
  return hasEnded ? <SignInAgain {...props} /> : null;
}
