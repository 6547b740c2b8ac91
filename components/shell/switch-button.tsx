"use client";
import type { ComponentProps } from "react";
import { Button } from "../ui/button";
import { ChevronsUpDown } from "../ui/icons";

/** What opens the menu of teams. */
export function SwitchButton(props: ComponentProps<typeof Button>) {
  return (
    <Button
      look="bare"
      className="needs-script size-8 shrink-0 p-0!"
      aria-label="Switch team"
      aria-haspopup="menu"
      {...props}
    >
      <ChevronsUpDown className="size-4" />
    </Button>
  );
}
