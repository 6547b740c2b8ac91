import type { ReactNode } from "react";

/** The frame of a settings page: its title, what it is for, and its parts. */
export function SettingsPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-[860px] px-4 py-5 pb-16 md:px-8 md:py-7">
      <h1 className="font-semibold text-[20px] leading-tight tracking-[-0.01em]">{title}</h1>
      <p className="mt-1 mb-5 text-soft">{lead}</p>
      {children}
    </main>
  );
}
