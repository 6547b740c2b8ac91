"use client";
import { useState } from "react";
import { useSlow } from "./use-trouble";

/** Says, once something has been waited for very long, that it is late, and asks for it again. */
export function SlowLine({ isWaiting, onRetry }: { isWaiting: boolean; onRetry: () => void }) {
  const [attempt, setAttempt] = useState(0);
  const isSlow = useSlow(isWaiting, attempt);
  return (
    <p role="status" className={isSlow ? "animate-appear px-2 py-2 text-center text-[13px] text-faint" : "hidden"}>
      {isSlow && (
        <>
          This takes longer than usual.{" "}
          <button
            type="button"
            onClick={() => {
              setAttempt((before) => before + 1);
              onRetry();
            }}
            className="text-accent underline underline-offset-2"
          >
            Try again
          </button>
        </>
      )}
    </p>
  );
}
