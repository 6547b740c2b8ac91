"use client";
import { useState } from "react";
import { buttonClass } from "../../ui/button";
import { Share2 } from "../../ui/icons";
import { later } from "../../ui/later";
import { PopoverButton } from "../../ui/popover-button";

const SharePanel = later(() => import("./share-panel").then((module) => module.SharePanel));

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
      onPrepare={SharePanel.prepare}
      panel={<SharePanel team={team} query={query} canLink={canLink} />}
    >
      <Share2 className="size-3.5" />
      <span className="max-sm:sr-only">Share view</span>
    </PopoverButton>
  );
}
