"use client";
import { BellOff } from "lucide-react";
import { useState } from "react";
import { Bdi } from "../ui/bdi";
import { chipClass } from "../ui/chip";
import { sayFault } from "../ui/fault-toast";
import { PopoverButton } from "../ui/popover-button";
import { useMutes } from "./use-mutes";
import { MUTED_LABELS, type NamedMute } from "./views-answer";

/** "2 muted" beside the filters: what the reader has muted, to be shown again. Nothing when nothing is. */
export function Muted({ team }: { team: string }) {
  const { mutes, unmute } = useMutes(team);
  const [isOpen, setIsOpen] = useState(false);
  if (mutes.length === 0) return null;
  const run = async (mute: NamedMute): Promise<void> => {
    const fault = await unmute(mute);
    sayFault(fault === null ? null : { said: `${mute.name} is still muted. ${fault}`, retry: () => void run(mute) });
  };
  return (
    <PopoverButton
      label="Muted"
      align="start"
      className={chipClass(false, "needs-script data-[state=open]:bg-hover")}
      panelClass="w-72 p-1.5"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      panel={
        <>
          <p className="px-2 pt-1 pb-1.5 text-faint">Left out of your feed and its counts, for you alone.</p>
          {mutes.map((mute) => (
            <div
              key={`${mute.field} ${mute.value}`}
              className="flex items-center gap-2 rounded-md px-2 py-1 hover:bg-hover"
            >
              <span className="w-11 shrink-0 text-[11.5px] text-faint">{MUTED_LABELS[mute.field]}</span>
              <span className="min-w-0 flex-1 truncate" title={mute.name}>
                <Bdi>{mute.name}</Bdi>
              </span>
              <button
                type="button"
                onClick={() => void run(mute)}
                aria-label={`Unmute ${mute.name}`}
                className="rounded px-1.5 py-1 text-[12px] text-accent hover:underline"
              >
                Unmute
              </button>
            </div>
          ))}
        </>
      }
    >
      <BellOff className="size-3" aria-hidden />
      {mutes.length} muted
    </PopoverButton>
  );
}
