"use client";
import { useState } from "react";
import { viewQuery } from "@/activity/view-query";
import { buttonClass } from "../ui/button";
import { ListFilterPlus } from "../ui/icons";
import { later } from "../ui/later";
import { PopoverButton } from "../ui/popover-button";
import { useViews, useViewsOf } from "./use-views";

const NewViewForm = later(() => import("./new-view-form").then((module) => module.NewViewForm));

/** "Save view": gives what is shown a name in the sidebar. Nothing when it is a view already, or everything. `query`: as a view has it. */
export function SaveView({ query }: { query: string }) {
  const of = useViewsOf();
  return of === null || query === "" ? null : <SaveViewOf {...of} query={query} />;
}

function SaveViewOf({ team, isAdmin, query }: { team: string; isAdmin: boolean; query: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const { views } = useViews(team);
  if (views.some(({ filter }) => viewQuery(filter) === query) && !isOpen) return null;
  return (
    <PopoverButton
      label="Save view"
      align="end"
      className={buttonClass("quiet", "needs-script")}
      panelClass="w-72 p-4"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onPrepare={NewViewForm.prepare}
      panel={<NewViewForm team={team} isAdmin={isAdmin} query={query} onSaved={() => setIsOpen(false)} />}
    >
      <ListFilterPlus className="size-3.5" />
      Save view
    </PopoverButton>
  );
}
