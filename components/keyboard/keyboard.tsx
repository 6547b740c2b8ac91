"use client";
import { Keyboard as KeyboardIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { isForPage } from "./is-for-page";
import { NOTHING_PRESSED, pressKey } from "./press-key";
import { type Shortcut, shortcutsFor } from "./shortcuts";
import { runShortcut, useShortcut } from "./use-shortcut";
import { areShortcutsOn } from "./use-switch";

/** Few look at it, and those who do once: it is loaded when it is opened. */
const ShortcutSheet = dynamic(() => import("./shortcut-sheet").then((module) => module.ShortcutSheet));

/** Hears single keys and sequences on a team's pages. */
function useKeys(team: string, isViewer: boolean): void {
  const router = useRouter();
  const pressed = useRef(NOTHING_PRESSED);
  useEffect(() => {
    const shortcuts = shortcutsFor(isViewer);
    const run = (shortcut: Shortcut & (typeof shortcuts)[number]): boolean => {
      if (shortcut.path === undefined) return runShortcut(shortcut.id);
      router.push(`/${team}${shortcut.path}`);
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if (!areShortcutsOn() || !isForPage(event)) return;
      // Shift alone, on its way to `?`, must not end a sequence.
      if (event.key === "Shift") return;
      const { found, pressed: now } = pressKey(pressed.current, event.key, event.timeStamp, shortcuts);
      pressed.current = now;
      if (found !== null && run(found)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, team, isViewer]);
}

/** The shortcuts of a team's pages: listens, and shows what there is. */
export function Keyboard({ team, isViewer }: { team: string; isViewer: boolean }) {
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  useKeys(team, isViewer);
  useShortcut("sheet", () => setIsSheetOpen(true));
  return (
    <Dialog.Root open={isSheetOpen} onOpenChange={setIsSheetOpen}>
      {isSheetOpen && <ShortcutSheet isViewer={isViewer} />}
    </Dialog.Root>
  );
}

/** Opens the sheet by pointer, which also is the way back for those who switched the keys off. */
export function SheetButton() {
  return (
    <button
      type="button"
      onClick={() => runShortcut("sheet")}
      title="Keyboard shortcuts"
      aria-label="Keyboard shortcuts"
      className="needs-script grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
    >
      <KeyboardIcon className="size-4" aria-hidden />
    </button>
  );
}
