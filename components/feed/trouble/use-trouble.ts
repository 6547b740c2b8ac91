"use client";
import { useEffect, useState } from "react";
import { useOnline } from "../use-online";
import { isWell, type Signs, type Trouble, troubleOf } from "./trouble-of";

/** Trouble that is over sooner is not worth a word. */
const TOLD_MS = 2_500;
const BACK_MS = 4_000;
/** An answer that takes longer is late, milliseconds. */
const SLOW_MS = 10_000;

/** True once something has been waited for longer than {@link SLOW_MS}; `attempt` begins anew. */
export function useSlow(isWaiting: boolean, attempt = 0): boolean {
  const [late, setLate] = useState<number | null>(null);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(attempt), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setLate(null);
    };
  }, [isWaiting, attempt]);
  return isWaiting && late === attempt;
}

/** The trouble to tell, `back` for a moment once it is over, else null. */
export function useTrouble(given: Omit<Signs, "isOnline">): Trouble | "back" | null {
  const signs = { ...given, isOnline: useOnline() };
  const [told, setTold] = useState<Trouble | "back" | null>(null);
  const [trouble, isOver] = [troubleOf(signs), isWell(signs)];
  useEffect(() => {
    const after = (ms: number, next: Trouble | null) => {
      const timer = setTimeout(() => setTold(next), ms);
      return () => clearTimeout(timer);
    };
    if (trouble !== null) {
      if (told === null || told === "back") return after(trouble === "slow" ? 0 : TOLD_MS, trouble);
      setTold(trouble);
    } else if (told === "back") return after(BACK_MS, null);
    else if (told === "slow" || given.connection === "signedOut") setTold(null);
    else if (told !== null && isOver) setTold("back");
  }, [trouble, isOver, told, given.connection]);
  return told;
}
