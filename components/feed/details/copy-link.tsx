"use client";
import { useEffect, useState } from "react";
import { buttonClass } from "../../ui/button";
import { Check, Link2 } from "../../ui/icons";
import { plainClick } from "../filters/chip-popover";

const THANKS_MS = 1_600;

/** Copies an address of this site. A link to it underneath, for browsers that may not write the clipboard. */
export function CopyLink({ path }: { path: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), THANKS_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    // Plain-http addresses other than localhost have no clipboard; the page itself can be copied from there.
    if (navigator.clipboard === undefined) return location.assign(path);
    void navigator.clipboard.writeText(`${location.origin}${path}`).then(
      () => setCopied(path),
      () => location.assign(path),
    );
  };
  const isDone = copied === path;
  const Shape = isDone ? Check : Link2;
  return (
    <a href={path} onClick={plainClick(copy)} className={buttonClass("quiet")}>
      <Shape className="size-3.5" />
      <span aria-live="polite">{isDone ? "Copied" : "Copy link"}</span>
    </a>
  );
}
