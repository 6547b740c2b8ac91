import Link from "next/link";
import type { ReactNode } from "react";
import { ChevronLeft } from "../ui/icons";

/** The frame of a settings page that has a head of its own. */
export function SettingsFrame({ isWide = false, children }: { isWide?: boolean; children: ReactNode }) {
  const width = isWide ? "max-w-[1020px]" : "max-w-[860px]";
  return <main className={`mx-auto w-full px-4 py-5 pb-16 md:px-8 md:py-7 ${width}`}>{children}</main>;
}

interface SettingsPageProps {
  title: string;
  /** What it is for. */
  lead: string;
  isWide?: boolean;
  children: ReactNode;
}

/** Leads back to the list that a page is about one of. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="-ml-1 mb-2 inline-flex min-h-7 items-center gap-0.5 text-[13px] text-soft hover:text-ink"
    >
      <ChevronLeft className="size-4" />
      {children}
    </Link>
  );
}

/** A settings page: its title, what it is for, and its parts. */
export function SettingsPage({ title, lead, isWide, children }: SettingsPageProps) {
  return (
    <SettingsFrame isWide={isWide}>
      <h1 className="font-semibold text-[20px] leading-tight tracking-[-0.01em]">{title}</h1>
      <p className="mt-1 mb-5 text-soft">{lead}</p>
      {children}
    </SettingsFrame>
  );
}
