"use client";
import { SquarePen } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { useShortcut } from "../../keyboard/use-shortcut";
import { buttonClass } from "../../ui/button";
import { later, usePreload } from "../../ui/later";

const PostDialog = later(() => import("./post-dialog").then((module) => module.PostDialog));

/** Opens what a member says: a note, or their status. `me` is their user id. */
export function PostButton({ team, me }: { team: string; me: string }) {
  const [isOpen, setIsOpen] = useState(false);
  usePreload(PostDialog);
  useShortcut("post", () => setIsOpen(true));
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger aria-keyshortcuts="n" className={buttonClass("quiet", "needs-script")}>
        <SquarePen className="size-3.5" aria-hidden />
        <span className="max-sm:sr-only">Post</span>
      </Dialog.Trigger>
      {isOpen && <PostDialog team={team} me={me} onDone={() => setIsOpen(false)} />}
    </Dialog.Root>
  );
}
