import type { ReactNode } from "react";
import { ThemeSwitch } from "../ui/theme-switch";

/** The frame of the pages before a team: the logo, one sentence, and a card in the middle of the screen. */
export function AccountCard({ title, lead, children }: { title: string; lead: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center bg-[radial-gradient(60rem_28rem_at_50%_-8rem,var(--accent-soft),transparent)] px-4">
      <main className="my-auto w-full max-w-[380px] py-10">
        <div className="mb-6 flex flex-col items-center text-center">
          <span aria-hidden className="mb-4 size-11 rounded-xl bg-linear-135 from-[#4f46e5] to-[#0ea5e9] shadow-pill" />
          <h1 className="font-semibold text-[20px] leading-tight tracking-[-0.01em]">{title}</h1>
          <p className="mt-1.5 text-balance text-soft">{lead}</p>
        </div>
        {children === undefined ? null : (
          <div className="rounded-xl border border-line bg-panel p-5 shadow-pop sm:p-6">{children}</div>
        )}
      </main>
      <footer className="pb-6">
        <ThemeSwitch />
      </footer>
    </div>
  );
}
