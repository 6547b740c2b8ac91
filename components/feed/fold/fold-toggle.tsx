"use client";
import { buttonClass } from "../../ui/button";
import { FoldVertical, UnfoldVertical } from "../../ui/icons";
import { plainClick } from "../filters/chip-popover";

/** Switches folding of similar events off and on; `href` is the address of the feed as it would be then. */
export function FoldToggle({ isFolded, href, onToggle }: { isFolded: boolean; href: string; onToggle: () => void }) {
  const label = isFolded ? "Show every event by itself" : "Fold similar events";
  const Look = isFolded ? UnfoldVertical : FoldVertical;
  return (
    <a
      href={href}
      title={label}
      aria-label={label}
      onClick={plainClick(onToggle)}
      className={buttonClass("quiet", "px-2")}
    >
      <Look aria-hidden className="size-3.5" />
    </a>
  );
}
