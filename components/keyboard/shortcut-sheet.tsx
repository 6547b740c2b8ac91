"use client";
import { Dialog } from "radix-ui";
import { X } from "../ui/icons";
import { Keys } from "./keys";
import { SECTIONS, type Shortcut, shortcutsFor } from "./shortcuts";
import { useReturnFocus } from "./use-return-focus";
import { useShortcutSwitch } from "./use-switch";

/** All shortcuts, and the switch for them; in a dialog, open as long as it is there. */
export function ShortcutSheet({ isViewer, onClose }: { isViewer: boolean; onClose: () => void }) {
  const [isOn, setIsOn] = useShortcutSwitch();
  const all: readonly Shortcut[] = shortcutsFor(isViewer);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={useReturnFocus()}
          className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-32px)] w-[min(640px,calc(100vw-32px))] -translate-1/2 animate-appear overflow-y-auto rounded-xl border border-line bg-panel p-5 shadow-pop"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="font-semibold text-[15px]">Keyboard shortcuts</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="-mr-1.5 grid size-7 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
            >
              <X className="size-4" />
            </Dialog.Close>
          </div>
          <div className={`mt-3 gap-x-8 sm:columns-2 ${isOn ? "" : "opacity-60"}`}>
            {SECTIONS.map((section) => {
              const here = all.filter((shortcut) => shortcut.section === section);
              if (here.length === 0) return null;
              return (
                <section key={section} className="mb-4 break-inside-avoid">
                  <h3 className="mb-1 font-semibold text-[12px] text-faint">{section}</h3>
                  <dl>
                    {here.map(({ id, label, keys, also }) => (
                      <div key={id} className="flex min-h-8 items-center justify-between gap-3">
                        <dt className="text-soft">{label}</dt>
                        <dd>
                          <Keys keys={keys} {...(also === undefined ? {} : { also })} />
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              );
            })}
          </div>
          <label className="mt-1 flex items-center gap-2.5 border-line border-t pt-3.5 text-[13px]">
            <input
              type="checkbox"
              checked={isOn}
              onChange={(event) => setIsOn(event.target.checked)}
              className="size-4 accent-(--accent)"
            />
            <span>
              Use single keys as shortcuts{" "}
              <span className="text-faint">in this browser; never while you are typing.</span>
            </span>
          </label>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
