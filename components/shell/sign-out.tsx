"use client";
import type { MouseEvent } from "react";
import { clearAllRecent } from "@/components/feed/filters/search/search-storage";
import { LogOut } from "../ui/icons";

/** Needed once, at the end: fetched when somebody is about to. */
const loadSignOut = () => import("next-auth/react");
const prepare = () => void loadSignOut().catch(() => {});

/** Ends the session, and forgets what this browser was asked for. Without a script the link opens next-auth's own page with a button. */
export function SignOut() {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    clearAllRecent();
    void loadSignOut().then(({ signOut }) => signOut({ callbackUrl: "/sign-in" }));
  };
  return (
    <a
      href="/api/auth/signout"
      onClick={leave}
      onPointerEnter={prepare}
      onFocus={prepare}
      title="Sign out"
      aria-label="Sign out"
      className="grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
    >
      <LogOut className="size-4" />
    </a>
  );
}
