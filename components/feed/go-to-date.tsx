"use client";
import { useState } from "react";
import { useShortcut } from "../keyboard/use-shortcut";
import { buttonClass } from "../ui/button";
import { CalendarSearch } from "../ui/icons";
import { later } from "../ui/later";
import { PopoverButton } from "../ui/popover-button";

const LABEL = "Go to a date";
const GoToDatePanel = later(() => import("./go-to-date-panel").then((module) => module.GoToDatePanel));

/** Opens the feed at the end of a day of the reader's own, without narrowing it; `goTo` null: at the newest activity. */
export function GoToDate({ goTo }: { goTo: (instant: number | null) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  useShortcut("go-to-date", () => setIsOpen(true));
  const leave = (instant: number | null) => {
    setIsOpen(false);
    goTo(instant);
  };
  return (
    <PopoverButton
      label={LABEL}
      title={LABEL}
      align="end"
      className={buttonClass("quiet", "needs-script px-2")}
      panelClass="w-60 p-1.5"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onPrepare={GoToDatePanel.prepare}
      panel={<GoToDatePanel onGo={leave} />}
    >
      <CalendarSearch className="size-3.5" />
      <span className="sr-only">{LABEL}</span>
    </PopoverButton>
  );
}
