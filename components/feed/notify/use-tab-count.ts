"use client";
import { useEffect, useState } from "react";
import { countNew, type Seen, type Shown, titleWith } from "./count-new";

const UNREAD_ICON = "/icons/icon-unread.svg";

/** Puts the count before the tab's title; gives what takes it away again. */
function showInTitle(count: number): () => void {
  const { title } = document;
  const counted = titleWith(title, count);
  document.title = counted;
  return () => {
    // Another page may have given the tab its own title meanwhile.
    if (document.title === counted) document.title = title;
  };
}

/** Puts a dot on the tab's icon; gives what takes it away again, and the count off the icon of an installed app. */
function showOnIcon(): () => void {
  const links = [...document.querySelectorAll("link[rel=icon]")].map((link) => ({
    link,
    href: link.getAttribute("href"),
  }));
  for (const { link } of links) link.setAttribute("href", UNREAD_ICON);
  return () => {
    for (const { link, href } of links) link.setAttribute("href", href ?? "");
    void navigator.clearAppBadge?.().catch(() => {});
  };
}

/**
 * Counts what is new since the tab was last looked at, in its title, on its icon and on that of an installed app. `head`: the newest
 * seq that the list holds everything up to; 0 while it is on its way, and on an older page.
 */
export function useTabCount(shown: Shown & { head: number }, isLookedAt: boolean, me: string): void {
  const { head, held } = shown;
  const [seen, setSeen] = useState<Seen>({ seq: head, held });
  const isBehind = head > 0 && (seen.seq !== head || seen.held !== held);
  if (isLookedAt && isBehind) setSeen({ seq: head, held });
  const count = isLookedAt ? 0 : countNew(shown, seen, me);
  const isAny = count > 0;
  useEffect(() => (isAny ? showOnIcon() : undefined), [isAny]);
  useEffect(() => {
    if (count === 0) return;
    // Few browsers have it, and those that do may refuse it to a page that is not installed.
    void navigator.setAppBadge?.(count).catch(() => {});
    return showInTitle(count);
  }, [count]);
}
