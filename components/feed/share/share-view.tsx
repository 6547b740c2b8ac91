"use client";
import { Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { buttonClass } from "../../ui/button";
import { PopoverButton } from "../../ui/popover-button";

const loadPanel = () => import("./share-panel").then(({ SharePanel }) => SharePanel);
const SharePanel = dynamic(loadPanel);

export interface ShareViewProps {
  team: string;
  /** The filter as query parameters. */
  query: string;
  /** Viewers hand on the address of the page, which is for members; members make links for others too. */
  canLink: boolean;
}

/** Hands the view on: the page's own address for members of the team, a link of its own for everybody else. */
export function ShareView({ team, query, canLink }: ShareViewProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <PopoverButton
      label="Share view"
      align="end"
      className={buttonClass("quiet", "needs-script")}
      panelClass="w-[340px] max-w-[calc(100vw-24px)] p-4"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onPrepare={() => void loadPanel().catch(() => {})}
      panel={<SharePanel team={team} query={query} canLink={canLink} />}
    >
      <Share2 className="size-3.5" aria-hidden />
      <span className="max-sm:sr-only">Share view</span>
    </PopoverButton>
  );
}
