"use client";
import { Bell, BellRing } from "lucide-react";
import dynamic from "next/dynamic";
import { Popover } from "radix-ui";
import { useState } from "react";
import { desktopChoice, soundChoice } from "./choices";

/** Few open it, and those who do seldom: it is loaded then. */
const NotifyPanel = dynamic(() => import("./notify-panel").then((module) => module.NotifyPanel));

/** The bell that opens how this browser tells of new activity; it rings when it does. */
export function NotifyButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [isOnDesktop] = desktopChoice.use();
  const [isSounding] = soundChoice.use();
  const Shape = isOnDesktop || isSounding ? BellRing : Bell;
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        title="Notifications"
        aria-label="Notifications"
        className="needs-script grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink"
      >
        <Shape className="size-4" aria-hidden />
      </Popover.Trigger>
      {isOpen && <NotifyPanel />}
    </Popover.Root>
  );
}
