"use client";
import { callApi } from "../account/call-api";
import { Confirm } from "../ui/confirm";
import { nothing } from "./nothing";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import type { ShownView } from "./views-answer";

/** Asks before a view is gone. */
export function DeleteView({ team, view, onClose }: { team: string; view: ShownView; onClose: () => void }) {
  const { refresh } = useViews(team);
  const remove = async () => {
    const { fault } = await callApi("DELETE", `/api/teams/${team}/views/${view.id}`, undefined, nothing);
    // What somebody else deleted before is gone as well.
    if (fault !== null && fault.status !== 404) return fault.message;
    refresh((now) => ({ ...now, items: now.items.filter(({ id }) => id !== view.id) }));
    sendSignal(team, "changed");
    return null;
  };
  return (
    <Confirm title={`Delete “${view.name}”?`} action="Delete view" onConfirm={remove} onClose={onClose}>
      {view.isTeams ? "The view is gone for everybody in the team." : "The view is gone from your sidebar."} No activity
      is deleted.
    </Confirm>
  );
}
