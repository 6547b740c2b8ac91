"use client";
import { usePathname } from "next/navigation";
import { Menu } from "../ui/icons";

/** Opens the navigation on a phone, which stands after the header; without a script too. Closes when another page opens. */
export function PhoneMenu() {
  return (
    <details key={usePathname()}>
      <summary className="grid size-9 list-none place-items-center rounded-lg text-soft [&::-webkit-details-marker]:hidden">
        <Menu className="size-5" />
        <span className="sr-only">Menu</span>
      </summary>
    </details>
  );
}
