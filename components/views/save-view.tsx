"use client";
import { ListFilterPlus } from "lucide-react";
import { Popover } from "radix-ui";
import { type FormEvent, useState } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button, buttonClass } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { activeView } from "./active-view";
import { sendSignal } from "./signal";
import { useViews, useViewsOf } from "./use-views";
import { ALL_READ, viewAnswer } from "./views-answer";

/** "Save view": gives what is shown a name in the sidebar. Nothing when it is a view already, or everything. */
export function SaveView({ query }: { query: string }) {
  const of = useViewsOf();
  return of === null || query === "" ? null : <SaveViewOf {...of} query={query} />;
}

function SaveViewOf({ team, isAdmin, query }: { team: string; isAdmin: boolean; query: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const { views, refresh } = useViews(team);
  const { fault, isPending, run } = useCall();
  const wrongName = fault?.issues.find(({ path }) => path[0] === "name")?.message;
  if (activeView(views, query) !== null && !isOpen) return null;
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get("name")).trim();
    const body = { name, filter: query, isTeams: fields.get("whose") === "team" };
    const view = await run(callApi("POST", `/api/teams/${team}/views`, body, viewAnswer));
    if (view === null) return;
    const shown = { ...view, readSeq: 0, unread: ALL_READ };
    refresh((now) => ({ ...now, items: [...now.items, shown] }));
    sendSignal(team, "changed");
    setIsOpen(false);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger type="button" className={buttonClass("quiet", "needs-script")}>
        <ListFilterPlus className="size-3.5" aria-hidden />
        Save view
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Save view"
          className="z-40 w-72 rounded-xl border border-line bg-panel p-4 text-[13px] shadow-pop outline-none motion-safe:animate-pop"
        >
          <form onSubmit={save} className="grid gap-3">
            <Field label="Name of the view" name="name" required maxLength={200} autoComplete="off" error={wrongName} />
            {isAdmin && (
              <fieldset className="flex gap-4">
                <legend className="mb-1 font-medium text-[12.5px] text-soft">For</legend>
                <label className="flex items-center gap-1.5 py-1">
                  <input type="radio" name="whose" value="own" defaultChecked className="accent-accent" /> Just me
                </label>
                <label className="flex items-center gap-1.5 py-1">
                  <input type="radio" name="whose" value="team" className="accent-accent" /> The whole team
                </label>
              </fieldset>
            )}
            <Notice>{fault !== null && wrongName === undefined ? fault.message : null}</Notice>
            <Button look="primary" type="submit" disabled={isPending} className="h-8">
              Save
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
