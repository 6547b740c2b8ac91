"use client";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { SignInFields } from "../account/sign-in-fields";
import { useSignIn } from "../account/use-sign-in";
import { useReturnFocus } from "../keyboard/use-return-focus";
import { Button } from "../ui/button";
import { LogIn, X } from "../ui/icons";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import type { SessionEndProps } from "./session-end";
import { useRenewal } from "./use-renewal";

/** Asks the reader, over the page, to sign in again; once closed, a bar at the bottom does. */
export function SignInAgain({ me, hasOtherWays }: SessionEndProps) {
  const [isOpen, setIsOpen] = useState(true);
  const renewal = useRenewal(me.id);
  return (
    <>
      <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-60 animate-appear bg-black/45" />
          <Content email={me.email} hasOtherWays={hasOtherWays} {...renewal} />
        </Dialog.Portal>
      </Dialog.Root>
      {!isOpen && <Bar onSignIn={() => setIsOpen(true)} />}
    </>
  );
}

function Content(props: ReturnType<typeof useRenewal> & { email: string; hasOtherWays: boolean }) {
  const { email, hasOtherWays, check, openWindow } = props;
  const goOn = async () => ((await check()) ? null : "Signing in did not work. Try again in a moment.");
  const { fault, isPending, password, submit } = useSignIn(goOn);
  return (
    <Dialog.Content
      onCloseAutoFocus={useReturnFocus()}
      // A slip beside it must not put it away.
      onInteractOutside={(event) => event.preventDefault()}
      className="fixed top-1/2 left-1/2 z-60 max-h-[calc(100dvh-32px)] w-[min(380px,calc(100vw-32px))] -translate-1/2 animate-appear overflow-y-auto rounded-xl border border-line bg-panel p-5 shadow-pop"
    >
      <Dialog.Title className="pr-8 font-semibold text-[15px]">Your session has ended</Dialog.Title>
      <Dialog.Close
        aria-label="Not now"
        className="absolute top-3.5 right-3.5 grid size-7 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
      >
        <X className="size-4" />
      </Dialog.Close>
      <Dialog.Description className="mt-1 text-soft">
        Sign in to go on where you are. Nothing on this page is lost.
      </Dialog.Description>
      <form onSubmit={submit} className="mt-4 grid gap-3.5">
        <Notice>{fault}</Notice>
        <SignInFields email={email} password={password} />
        <Button type="submit" look="primary" className="h-9 w-full" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          {isPending ? "Signing in…" : "Sign in"}
        </Button>
        {hasOtherWays && (
          <Button className="h-9 w-full" onClick={openWindow}>
            Another way, in a new window
          </Button>
        )}
      </form>
    </Dialog.Content>
  );
}

function Bar({ onSignIn }: { onSignIn: () => void }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-50 flex animate-appear items-center justify-center gap-3 border-line border-t bg-panel px-4 py-2 pb-[calc(8px+env(safe-area-inset-bottom))] text-[13px] shadow-pop">
      <p role="status" className="min-w-0">
        <b className="font-semibold">Your session has ended.</b>{" "}
        <span className="text-soft max-sm:hidden">The page is as it was; nothing new appears.</span>
      </p>
      <Button look="primary" className="shrink-0" onClick={onSignIn}>
        <LogIn className="size-3.5" />
        Sign in
      </Button>
    </div>
  );
}
