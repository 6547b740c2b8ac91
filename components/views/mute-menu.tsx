"use client";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import type { Activity } from "@/activity/activity";
import { formatEntity } from "@/activity/filter";
import { buttonClass } from "../ui/button";
import { BellOff } from "../ui/icons";
import { Notice } from "../ui/notice";
import { isSameMute, MUTED_LABELS } from "./named-mute";
import { useMutes } from "./use-mutes";
import type { NamedMute } from "./views-answer";

const ITEM =
  "flex cursor-default items-baseline gap-2 rounded-md px-2 py-1.5 text-ink outline-none data-[highlighted]:bg-hover";

function mutesOf({ eventType, actorId, actorName, entityType, entityKey, entityName }: Activity) {
  const entity = formatEntity(entityType, entityKey);
  return [
    { field: "type", value: eventType, name: eventType },
    { field: "actor", value: actorId, name: actorName },
    { field: "entity", value: entity, name: entityName },
  ] satisfies NamedMute[];
}

/** Mutes the type, the actor or the entity of an activity, for the reader alone. */
export function MuteMenu({ team, activity }: { team: string; activity: Activity }) {
  const { mutes, mute, unmute } = useMutes(team);
  const [fault, setFault] = useState<string | null>(null);
  return (
    <div className="mt-4">
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={buttonClass("quiet")}>
          <BellOff className="size-3.5" />
          Mute
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-72 animate-appear rounded-xl border border-line bg-panel p-1 text-[13.5px] shadow-pop"
        >
          <DropdownMenu.Label className="px-2 pt-1 pb-0.5 text-[11.5px] text-faint">
            Leave out of your feed, for you alone
          </DropdownMenu.Label>
          {mutesOf(activity).map((one) => {
            const isMuted = mutes.some((muted) => isSameMute(muted, one));
            return (
              <DropdownMenu.Item
                key={one.field}
                className={ITEM}
                onSelect={() => void (isMuted ? unmute(one) : mute(one)).then(setFault)}
              >
                <span className="w-11 shrink-0 text-[11.5px] text-faint">{MUTED_LABELS[one.field]}</span>
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {one.name}
                </span>
                {isMuted && <span className="text-[11.5px] text-accent">Unmute</span>}
              </DropdownMenu.Item>
            );
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      <Notice className="mt-2">{fault}</Notice>
    </div>
  );
}
