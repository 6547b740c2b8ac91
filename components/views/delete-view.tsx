"use client";
import { AlertDialog } from "radix-ui";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button, buttonClass } from "../ui/button";
import { Notice } from "../ui/notice";
import { nothing } from "./nothing";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import type { ShownView } from "./views-answer";

/** Asks before a view is gone. */
export function DeleteView({ team, view, onClose }: { team: string; view: ShownView; onClose: () => void }) {
  const { fault, isPending, setPending, run } = useCall();
  const { refresh } = useViews(team);
  const remove = async () => {
    const outcome = await callApi("DELETE", `/api/teams/${team}/views/${view.id}`, undefined, nothing);
    // What somebody else deleted before is gone as well.
    if (outcome.fault !== null && outcome.fault.status !== 404) {
      await run(Promise.resolve(outcome));
      setPending(false);
      return;
    }
    refresh((now) => ({ ...now, items: now.items.filter(({ id }) => id !== view.id) }));
    sendSignal(team, "changed");
    onClose();
  };
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(420px,calc(100vw-32px))] -translate-1/2 animate-appear rounded-xl border border-line bg-panel p-5 shadow-pop">
          <AlertDialog.Title className="break-words font-semibold text-[15px]">Delete “{view.name}”?</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-soft">
            {view.isTeams ? "The view is gone for everybody in the team." : "The view is gone from your sidebar."} No
            activity is deleted.
          </AlertDialog.Description>
          <Notice className="mt-3">{fault?.message}</Notice>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel className={buttonClass("quiet", "h-8 px-3")}>Cancel</AlertDialog.Cancel>
            <Button look="danger" className="h-8 px-3 font-medium" onClick={() => void remove()} disabled={isPending}>
              Delete view
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
