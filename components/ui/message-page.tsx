import type { ReactNode } from "react";

/** A page that has only one thing to say. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-[70dvh] place-content-center justify-items-center gap-2 px-6 text-center">
      <span aria-hidden className="mb-3 size-9 rounded-[10px] bg-linear-135 from-[#4f46e5] to-[#0ea5e9]" />
      <h1 className="font-semibold text-xl">{title}</h1>
      {children}
    </main>
  );
}
