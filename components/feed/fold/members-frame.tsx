import type { ReactNode } from "react";

/** So many of a fold's events are read at a time. */
export const MEMBERS_PAGE = 50;

/** What holds a fold's other events, and what stands in for them. */
export function MembersFrame({ id, isBusy, children }: { id: string; isBusy: boolean; children: ReactNode }) {
  return (
    <section id={id} aria-label="All of these events" aria-busy={isBusy} className="ml-7 border-line border-l sm:ml-10">
      {children}
    </section>
  );
}
