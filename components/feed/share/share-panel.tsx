"use client";
import { CopyAddress } from "./copy-address";
import { OutsideLink } from "./outside-link";
import type { ShareViewProps } from "./share-view";

/** What the popover of "Share view" shows. */
export function SharePanel({ team, query, canLink }: ShareViewProps) {
  return (
    <>
      <CopyAddress />
      {canLink && <OutsideLink team={team} query={query} />}
    </>
  );
}
