"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useOptimistic, useState, useTransition } from "react";
import { callApi } from "../account/call-api";
import { useOfferUndo } from "../ui/undo-toasts";
import { emptyAnswer } from "./answers";

/**
 * Destroys what stands at `path` of the API. Its row goes at once (`isGone`) and comes back with `fault` when the server refuses;
 * once it is done, `said` is said, with the offer to undo it. The server has done it by then: nothing waits for the offer to pass.
 */
export function useRemoval(path: string, said: ReactNode) {
  const router = useRouter();
  const offerUndo = useOfferUndo();
  const [isGone, setGone] = useOptimistic(false);
  const [fault, setFault] = useState<string | null>(null);
  const [, start] = useTransition();
  const undo = async () => {
    const outcome = await callApi("POST", `${path}/restore`, undefined, emptyAnswer);
    if (outcome.fault === null) router.refresh();
    return outcome.fault?.message ?? null;
  };
  const remove = (): null => {
    setFault(null);
    start(async () => {
      setGone(true);
      const outcome = await callApi("DELETE", path, undefined, emptyAnswer);
      // Somebody was faster: it is not for us to undo.
      if (outcome.fault !== null && outcome.fault.status !== 404) return setFault(outcome.fault.message);
      if (outcome.fault === null) offerUndo({ said, undo });
      router.refresh();
    });
    return null;
  };
  return { isGone, fault, remove };
}
