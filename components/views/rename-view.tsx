"use client";
import { Dialog } from "radix-ui";
import type { FormEvent } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button, buttonClass } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import { type ShownView, viewAnswer } from "./views-answer";

/** Asks for another name of a view. */
export function RenameView({ team, view, onClose }: { team: string; view: ShownView; onClose: () => void }) {
  const { fault, isPending, run } = useCall();
  const { refresh } = useViews(team);
  const wrongName = fault?.issues.find(({ path }) => path[0] === "name")?.message;
  const rename = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    const path = `/api/teams/${team}/views/${view.id}`;
    if ((await run(callApi("PUT", path, { name }, viewAnswer))) === null) return;
    refresh((now) => ({ ...now, items: now.items.map((one) => (one.id === view.id ? { ...one, name } : one)) }));
    sendSignal(team, "changed");
    onClose();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-50 w-[min(420px,calc(100vw-32px))] -translate-1/2 animate-appear rounded-xl border border-line bg-panel p-5 shadow-pop"
        >
          <Dialog.Title className="font-semibold text-[15px]">Rename the view</Dialog.Title>
          <form onSubmit={rename} className="mt-3 grid gap-4">
            <Field label="Name" name="name" defaultValue={view.name} required maxLength={200} error={wrongName} />
            <Notice>{fault !== null && wrongName === undefined ? fault.message : null}</Notice>
            <div className="flex justify-end gap-2">
              <Dialog.Close className={buttonClass("quiet", "h-8 px-3")}>Cancel</Dialog.Close>
              <Button look="primary" type="submit" className="h-8 px-3" disabled={isPending}>
                Rename
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
