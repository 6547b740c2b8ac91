"use client";
import { useState } from "react";
import { CopyButton } from "../../ui/copy-button";
import { addressOf, topmostActivity } from "./own-address";

/** Copies the address of what is on the screen. */
export function CopyAddress() {
  // Where the reader was when this opened.
  const [address] = useState(() => addressOf(new URL(location.href), topmostActivity()));
  return (
    <section aria-labelledby="share-members">
      <h2 id="share-members" className="font-semibold">
        For members of the team
      </h2>
      <p className="mt-0.5 mb-2 text-soft">This page’s address: the filters, the search and the place in the list.</p>
      <CopyButton text={address} label="the address of this view" />
    </section>
  );
}
