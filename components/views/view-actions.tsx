"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { viewQuery } from "@/activity/view-query";
import { callApi } from "../account/call-api";
import { sayFault } from "../ui/fault-toast";
import { useFirstItem } from "../ui/use-first-item";
import { DeleteView } from "./delete-view";
import { RenameView } from "./rename-view";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import { ViewButton } from "./view-button";
import { type ShownView, viewAnswer } from "./views-answer";

const ITEM =
  "flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-ink outline-none data-[disabled]:text-faint data-[highlighted]:bg-hover";

/** The open menu of a view, with its button: another name, what is shown now, or its end. */
export function ViewActions({ team, view, isByKey }: { team: string; view: ShownView; isByKey: boolean }) {
  const menu = useFirstItem<HTMLDivElement>(isByKey);
  const [asked, setAsked] = useState<"rename" | "delete" | null>(null);
  const router = useRouter();
  const shown = viewQuery(useSearchParams().toString());
  const { refresh } = useViews(team);
  const close = () => setAsked(null);
  const replace = async () => {
    const { fault } = await callApi("PUT", `/api/teams/${team}/views/${view.id}`, { filter: shown }, viewAnswer);
    sayFault(fault && { said: `“${view.name}” was not changed. ${fault.message}`, retry: () => void replace() });
    refresh();
    sendSignal(team, "changed");
    router.refresh();
  };
  return (
    <>
      <DropdownMenu.Root modal={false} defaultOpen>
        <DropdownMenu.Trigger asChild>
          <ViewButton name={view.name} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          ref={menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-56 animate-appear rounded-xl border border-line bg-panel p-1 text-[13.5px] shadow-pop"
        >
          <DropdownMenu.Item className={ITEM} onSelect={() => setAsked("rename")}>
            Rename…
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={ITEM}
            disabled={shown === "" || shown === viewQuery(view.filter)}
            onSelect={() => void replace()}
          >
            Use what is shown now
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item className={`${ITEM} text-red!`} onSelect={() => setAsked("delete")}>
            Delete…
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      {asked === "rename" && <RenameView team={team} view={view} onClose={close} />}
      {asked === "delete" && <DeleteView team={team} view={view} onClose={close} />}
    </>
  );
}
