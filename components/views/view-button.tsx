"use client";
import type { ComponentProps } from "react";
import { Ellipsis } from "../ui/icons";

/** What opens the menu of a view. */
export function ViewButton({ name, ...props }: { name: string } & ComponentProps<"button">) {
  return (
    <button
      type="button"
      aria-label={`Change the view ${name}`}
      aria-haspopup="menu"
      className="needs-script absolute right-1 grid size-7 place-items-center rounded-md text-faint opacity-0 focus-visible:bg-hover focus-visible:opacity-100 group-hover:bg-hover group-hover:opacity-100 hover:bg-line! hover:text-ink data-[state=open]:bg-hover data-[state=open]:opacity-100 pointer-coarse:opacity-100"
      {...props}
    >
      <Ellipsis className="size-4" />
    </button>
  );
}
