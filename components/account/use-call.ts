"use client";
import { useState } from "react";
import type { Fault, Outcome } from "./call-api";

/** State of a form's or button's calls: `run` awaits one, keeps its fault, and gives its value or null. */
export function useCall() {
  const [fault, setFault] = useState<Fault | null>(null);
  const [isPending, setPending] = useState(false);
  const run = async <T>(call: Promise<Outcome<T>>): Promise<T | null> => {
    setPending(true);
    setFault(null);
    const outcome = await call;
    setPending(false);
    setFault(outcome.fault);
    return outcome.value;
  };
  return { fault, isPending, run, setPending };
}
