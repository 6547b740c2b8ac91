"use client";
import { useState } from "react";
import { Bell, BellRing } from "../../ui/icons";
import { later } from "../../ui/later";
import { PopoverButton } from "../../ui/popover-button";
import { desktopChoice, soundChoice } from "./choices";

/** Few open it, and those who do seldom: it is loaded then. */
const NotifyPanel = later(() => import("./notify-panel").then((module) => module.NotifyPanel));

/** The bell that opens how this browser tells of new activity; it rings when it does. */
export function NotifyButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [isOnDesktop] = desktopChoice.use();
  const [isSounding] = soundChoice.use();
  const Shape = isOnDesktop || isSounding ? BellRing : Bell;
  return (
    <PopoverButton
      label="Notifications"
      title="Notifications"
      align="start"
      className="needs-script grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink"
      panelClass="w-80 max-w-[calc(100vw-24px)] p-4"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onPrepare={NotifyPanel.prepare}
      panel={<NotifyPanel />}
    >
      <Shape className="size-4" />
      <span className="sr-only">Notifications</span>
    </PopoverButton>
  );
}
