"use client";
import { useState } from "react";
import { useShortcut } from "../../keyboard/use-shortcut";
import { buttonClass } from "../../ui/button";
import { SquarePen } from "../../ui/icons";
import { later, usePreload } from "../../ui/later";

const PostDialog = later(() => import("./post-dialog").then((module) => module.PostDialog));

/** Opens what a member says: a note, or their status. `me` is their user id. */
export function PostButton({ team, me }: { team: string; me: string }) {
  const [isOpen, setIsOpen] = useState(false);
  usePreload(PostDialog);
  useShortcut("post", () => setIsOpen(true));
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="n"
        onPointerEnter={PostDialog.prepare}
        onFocus={PostDialog.prepare}
        onClick={() => setIsOpen(true)}
        className={buttonClass("quiet", "needs-script")}
      >
        <SquarePen className="size-3.5" />
        <span className="max-sm:sr-only">Post</span>
      </button>
      {isOpen && <PostDialog team={team} me={me} onDone={() => setIsOpen(false)} />}
    </>
  );
}
