import type { ReactNode } from "react";

/** A part of the account's page: a card with a head. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="mb-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
      <h2 className="font-semibold">{title}</h2>
      {lead === undefined ? null : <p className="mt-0.5 text-[13px] text-soft">{lead}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}
