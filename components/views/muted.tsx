"use client";
import { useState } from "react";
import { chipClass } from "../ui/chip";
import { BellOff } from "../ui/icons";
import { later } from "../ui/later";
import { PopoverButton } from "../ui/popover-button";
import { useMutes } from "./use-mutes";

const MutedList = later(() => import("./muted-list").then((module) => module.MutedList));

/** "2 muted" beside the filters. Nothing when nothing is. */
export function Muted({ team }: { team: string }) {
  const { mutes } = useMutes(team);
  const [isOpen, setIsOpen] = useState(false);
  if (mutes.length === 0) return null;
  return (
    <PopoverButton
      label="Muted"
      align="start"
      className={chipClass(false, "needs-script data-[state=open]:bg-hover")}
      panelClass="w-72 p-1.5"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onPrepare={MutedList.prepare}
      panel={<MutedList team={team} />}
    >
      <BellOff className="size-3" />
      {mutes.length} muted
    </PopoverButton>
  );
}
