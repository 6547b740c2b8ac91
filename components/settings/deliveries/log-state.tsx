import type { DeliveryPage } from "@/activity/delivery";
import { Moment } from "../moment";

/** Whether deliveries come in, in a line: waiting for the first, receiving, or refusing the newest. */
export function LogState({ page, label }: { page: DeliveryPage; label: string }) {
  const [newest] = page.items;
  if (newest === undefined) {
    return (
      <p
        role="status"
        className="mb-5 flex items-center gap-2.5 rounded-xl border border-line border-dashed px-4 py-6 text-soft"
      >
        <span className="relative flex size-2.5" aria-hidden>
          <span className="absolute inline-flex size-full animate-ping rounded-full bg-accent opacity-60 motion-reduce:hidden" />
          <span className="relative inline-flex size-2.5 rounded-full bg-accent" />
        </span>
        Waiting for the first delivery of {label}…
      </p>
    );
  }
  const isRefused = newest.outcome === "refused";
  return (
    <p role="status" className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-soft">
      <span className={`inline-flex items-center gap-1.5 font-medium ${isRefused ? "text-red" : "text-live"}`}>
        <span className={`size-2 rounded-full ${isRefused ? "bg-red" : "bg-live"}`} aria-hidden />
        {isRefused ? "Refusing" : "Receiving"}
      </span>
      <span>
        {page.total.toLocaleString("en")} {page.total === 1 ? "delivery" : "deliveries"} in the log,{" "}
        {page.refused.toLocaleString("en")} refused. Last one <Moment at={newest.receivedAt} isRecent />.
      </span>
    </p>
  );
}
