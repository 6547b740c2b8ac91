"use client";
import { AlertDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useReturnFocus } from "../keyboard/use-return-focus";
import { Button, type ButtonLook, buttonClass } from "./button";
import { Notice } from "./notice";
import { Spinner } from "./spinner";

/**
 * A question asked before something is gone. `onConfirm` gives null when it worked, or a sentence on why it did not; null at once
 * when the question is over, and what comes of it is said elsewhere.
 */
export interface ConfirmProps {
  /** The button that opens the question; without one it is asked at once, and `onClose` is called when it is over. */
  trigger?: ReactNode;
  onClose?: () => void;
  title: string;
  children: ReactNode;
  /** What the deciding button says, such as "Revoke key". */
  action: string;
  /** Of the deciding button; default danger. */
  look?: ButtonLook;
  onConfirm: () => Promise<string | null> | null;
}

/** Asks for a decision in a dialog; stays open, and says why, when it fails. */
export function Confirm({ trigger, onClose, title, children, action, look = "danger", onConfirm }: ConfirmProps) {
  const [isOpen, setOpen] = useState(trigger === undefined);
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const giveBack = useReturnFocus();
  const close = () => {
    setOpen(false);
    onClose?.();
  };
  const decide = async () => {
    setFault(null);
    const outcome = onConfirm();
    if (outcome === null) return close();
    setPending(true);
    const problem = await outcome;
    setPending(false);
    setFault(problem);
    if (problem === null) close();
  };
  const turn = (open: boolean) => {
    if (isPending) return;
    setFault(null);
    if (open) setOpen(true);
    else close();
  };
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={turn}>
      {trigger === undefined ? null : <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <AlertDialog.Content
          onCloseAutoFocus={trigger === undefined ? giveBack : undefined}
          className="fixed top-1/2 left-1/2 z-50 w-[min(420px,calc(100vw-32px))] -translate-1/2 animate-appear rounded-xl border border-line bg-panel p-5 shadow-pop"
        >
          <AlertDialog.Title className="break-words font-semibold text-[15px]">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-1.5 break-words text-soft">{children}</div>
          </AlertDialog.Description>
          <Notice className="mt-3">{fault}</Notice>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel className={buttonClass("quiet", "h-8 px-3")} disabled={isPending}>
              Cancel
            </AlertDialog.Cancel>
            <Button look={look} className="h-8 px-3 font-medium" onClick={decide} disabled={isPending}>
              {isPending ? <Spinner /> : null}
              {action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
