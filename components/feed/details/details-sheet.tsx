"use client";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { X } from "../../ui/icons";

interface DetailsSheetProps {
  /** Gives the focus back to the row that was opened. */
  focusBack: () => void;
  onClose: () => void;
  /** What the sheet shows, around its title and the button that closes it. */
  children: (parts: { title: (text: ReactNode) => ReactNode; close: (className: string) => ReactNode }) => ReactNode;
}

/** Details over the feed, where there is no room for them beside it. */
export function DetailsSheet({ focusBack, onClose, children }: DetailsSheetProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30 motion-safe:animate-appear" />
        <Dialog.Content
          aria-describedby={undefined}
          data-details
          onOpenAutoFocus={(event) => {
            // Radix passes links over and would open on the metadata, far down.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives it back to its own trigger, of which there is none.
            event.preventDefault();
            focusBack();
          }}
          onClick={(event) => {
            // What such a link leads to lies under this sheet.
            if (event.target instanceof Element && event.target.closest("a[data-feed]") !== null) onClose();
          }}
          className="fixed inset-0 z-50 overflow-y-auto bg-panel p-4 outline-none motion-safe:animate-pop sm:left-auto sm:w-[420px] sm:border-line sm:border-l"
        >
          {children({
            title: (text) => <Dialog.Title className="font-semibold text-[15px] leading-snug">{text}</Dialog.Title>,
            close: (className) => (
              <Dialog.Close aria-label="Close details" className={className}>
                <X className="size-4" />
              </Dialog.Close>
            ),
          })}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
