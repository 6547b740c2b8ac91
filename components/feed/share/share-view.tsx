"use client";
import { Share2 } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { buttonClass } from "../../ui/button";
import { CopyAddress } from "./copy-address";
import { OutsideLink } from "./outside-link";

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
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger className={buttonClass("quiet", "needs-script")}>
        <Share2 className="size-3.5" aria-hidden />
        <span className="max-sm:sr-only">Share view</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Share view"
          className="z-40 max-h-(--radix-popover-content-available-height) w-[340px] max-w-[calc(100vw-24px)] overflow-y-auto rounded-xl border border-line bg-panel p-4 text-[13px] shadow-pop outline-none motion-safe:animate-pop"
        >
          <CopyAddress />
          {canLink && <OutsideLink team={team} query={query} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
