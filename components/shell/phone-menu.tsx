"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A `details` that works without a script and closes when another page opens. */
export function PhoneMenu({ children }: { children: ReactNode }) {
  return <details key={usePathname()}>{children}</details>;
}
