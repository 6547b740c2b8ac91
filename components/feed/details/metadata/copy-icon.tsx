"use client";
import { useEffect, useState } from "react";
import { copyText } from "../../../ui/copy-text";
import { Check, type IconShape } from "../../../ui/icons";

const THANKS_MS = 1_600;

/** A small button that copies `text`, seen while its row is pointed at or has the focus. `label` names what is copied. */
export function CopyIcon({ text, label, Shape }: { text: () => string; label: string; Shape: IconShape }) {
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setIsDone(false), THANKS_MS);
    return () => clearTimeout(timer);
  }, [isDone]);
  const Shown = isDone ? Check : Shape;
  return (
    <button
      type="button"
      title={label}
      aria-label={isDone ? `Copied: ${label}` : label}
      onClick={async () => setIsDone(await copyText(text()))}
      className={`needs-script grid size-6 place-items-center rounded-[5px] hover:bg-line/60 hover:text-ink focus-visible:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100 ${isDone ? "text-live opacity-100" : "text-faint opacity-0"}`}
    >
      <Shown className="size-3" aria-hidden />
    </button>
  );
}
