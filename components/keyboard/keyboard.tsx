"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Command as CommandIcon, type IconShape, Keyboard as KeyboardIcon } from "../ui/icons";
import { later } from "../ui/later";
import { useLatest } from "../ui/use-latest";
import { isForPage } from "./is-for-page";
import type { Place } from "./palette/commands";
import { NOTHING_PRESSED, pressKey } from "./press-key";
import { type Shortcut, shortcutsFor } from "./shortcuts";
import { runShortcut, useShortcut } from "./use-shortcut";
import { areShortcutsOn } from "./use-switch";

/** Few look at it, and those who do once: it is loaded when it is opened. */
const ShortcutSheet = later(() => import("./shortcut-sheet").then((module) => module.ShortcutSheet));

const Palette = later(() => import("./palette/palette").then((module) => module.Palette));

const PREPARE = { palette: Palette.prepare, sheet: ShortcutSheet.prepare };

/** Hears ⌘K and Ctrl+K, also in fields and while single keys are switched off: with a modifier they get in nobody's way. */
function usePaletteKey(toggle: () => void): void {
  const latest = useLatest(toggle);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isIt =
        event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey;
      if (!isIt || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [latest]);
}

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

/** The shortcuts of a team's pages and the palette: listens, and shows what there is. */
export function Keyboard(place: Place) {
  const [open, setOpen] = useState<"palette" | "sheet" | null>(null);
  useKeys(place.team, place.isViewer);
  usePaletteKey(() => setOpen(open === "palette" ? null : "palette"));
  useShortcut("palette", () => setOpen("palette"));
  useShortcut("sheet", () => setOpen("sheet"));
  const close = () => setOpen(null);
  return (
    <>
      {open === "sheet" && <ShortcutSheet isViewer={place.isViewer} onClose={close} />}
      {open === "palette" && <Palette place={place} onClose={close} />}
    </>
  );
}

const BUTTON =
  "needs-script grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink";

/** Open the palette and the sheet by pointer; the latter also is the way back for those who switched the keys off. */
export function KeyboardButtons() {
  const button = (id: "palette" | "sheet", label: string, Shape: IconShape) => (
    <button
      type="button"
      onPointerEnter={PREPARE[id]}
      onFocus={PREPARE[id]}
      onClick={() => runShortcut(id)}
      title={label}
      aria-label={label}
      className={BUTTON}
    >
      <Shape className="size-4" />
    </button>
  );
  return (
    <div className="flex">
      {button("palette", "Command palette", CommandIcon)}
      {button("sheet", "Keyboard shortcuts", KeyboardIcon)}
    </div>
  );
}
