"use client";
import { Ellipsis } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { callApi } from "../account/call-api";
import { sayFault } from "../ui/fault-toast";
import { normalQuery } from "./active-view";
import { DeleteView } from "./delete-view";
import { RenameView } from "./rename-view";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import { type ShownView, viewAnswer } from "./views-answer";

const ITEM =
  "flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-ink outline-none data-[disabled]:text-faint data-[highlighted]:bg-hover";

/** What can be done with a view: another name, the filter that is shown now, or its end. */
export function ViewMenu({ team, view }: { team: string; view: ShownView }) {
  const [asked, setAsked] = useState<"rename" | "delete" | null>(null);
  const router = useRouter();
  const shown = normalQuery(useSearchParams().toString());
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
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={`Change the view ${view.name}`}
          className="needs-script absolute right-1 grid size-7 place-items-center rounded-md text-faint opacity-0 focus-visible:bg-hover focus-visible:opacity-100 group-hover:bg-hover group-hover:opacity-100 hover:bg-line! hover:text-ink data-[state=open]:bg-hover data-[state=open]:opacity-100 pointer-coarse:opacity-100"
        >
          <Ellipsis className="size-4" aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
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
            disabled={shown === "" || shown === normalQuery(view.filter)}
            onSelect={() => void replace()}
          >
            Use the filters shown now
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
