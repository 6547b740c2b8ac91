"use client";
import { Bdi } from "../ui/bdi";
import { sayFault } from "../ui/fault-toast";
import { MUTED_LABELS } from "./named-mute";
import { useMutes } from "./use-mutes";
import type { NamedMute } from "./views-answer";

/** What the reader has muted, to be shown again. */
export function MutedList({ team }: { team: string }) {
  const { mutes, unmute } = useMutes(team);
  const run = async (mute: NamedMute): Promise<void> => {
    const fault = await unmute(mute);
    sayFault(fault === null ? null : { said: `${mute.name} is still muted. ${fault}`, retry: () => void run(mute) });
  };
  return (
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
  );
}
