"use client";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { Check, Plus } from "../ui/icons";
import { useFirstItem } from "../ui/use-first-item";
import { SwitchButton } from "./switch-button";
import type { SwitchableTeam } from "./team-switcher";

const ITEM =
  "flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-ink outline-none data-[highlighted]:bg-hover";

/** The open menu of the switcher, with its button; closed again, it stays. */
export function TeamMenu({ team, teams, isByKey }: { team: string; teams: SwitchableTeam[]; isByKey: boolean }) {
  const menu = useFirstItem<HTMLDivElement>(isByKey);
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>
        <SwitchButton />
      </DropdownMenu.Trigger>
      {/* In place, not in a portal: the menu belongs to the landmark that it stands in. */}
      <DropdownMenu.Content
        ref={menu}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) w-60 animate-appear overflow-y-auto rounded-xl border border-line bg-panel p-1 text-[13.5px] shadow-pop"
      >
        <DropdownMenu.Label className="px-2 pt-1 pb-0.5 font-semibold text-[11px] text-faint">Teams</DropdownMenu.Label>
        {teams.map(({ slug, name }) => (
          <DropdownMenu.Item key={slug} asChild>
            <Link href={`/${slug}`} prefetch={false} aria-current={slug === team ? "true" : undefined} className={ITEM}>
              <span className="min-w-0 flex-1 truncate" dir="auto" title={name}>
                {name}
              </span>
              {slug === team ? <Check className="size-4 shrink-0 text-accent" /> : null}
            </Link>
          </DropdownMenu.Item>
        ))}
        <DropdownMenu.Separator className="my-1 h-px bg-line" />
        <DropdownMenu.Item asChild>
          <Link href="/teams/new" prefetch={false} className={ITEM}>
            <Plus className="size-4 shrink-0 text-soft" />
            New team
          </Link>
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
