"use client";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";
import { Check, Copy } from "./icons";

const SAYINGS = { idle: "Copy", done: "Copied", refused: "Press Ctrl+C" } as const;

/** Copies `text` and says so for two seconds. `label` names what is copied for those who cannot see it. */
export function CopyButton({ text, label, className = "" }: { text: string; label: string; className?: string }) {
  const [state, setState] = useState<keyof typeof SAYINGS>("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const Shape = state === "done" ? Check : Copy;
  return (
    <>
      <Button
        className={`needs-script shrink-0 font-sans ${state === "done" ? "text-live!" : ""} ${className}`}
        aria-label={`Copy ${label}`}
        onClick={async () => setState((await copyText(text)) ? "done" : "refused")}
      >
        <Shape className="size-3.5" />
        {SAYINGS[state]}
      </Button>
      <span role="status" className="sr-only">
        {state === "done" ? `Copied ${label}` : ""}
      </span>
    </>
  );
}
