import { type DeliveryPage, isTest } from "@/activity/delivery";
import { Moment } from "../moment";

const STATES = {
  waiting: { text: "text-accent", dot: "bg-accent", said: "Waiting" },
  receiving: { text: "text-live", dot: "bg-live", said: "Receiving" },
  refusing: { text: "text-red", dot: "bg-red", said: "Refusing" },
} as const;

/** Whether deliveries come in: waiting for the first, receiving, or refusing the newest. Tests do not count. */
export function StatePill({ page }: { page: DeliveryPage }) {
  const newest = page.items.find((line) => !isTest(line));
  const { text, dot, said } =
    STATES[newest?.outcome === "refused" ? "refusing" : page.hasArrived ? "receiving" : "waiting"];
  return (
    <span
      role="status"
      className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-[13px] ${text}`}
    >
      <span className={`size-2 rounded-full ring-3 ring-current/15 ${dot}`} aria-hidden />
      {said}
    </span>
  );
}

/** Whose deliveries they are, how many calls the log holds, and when the last one came. */
export function LogCounts({ page, label }: { page: DeliveryPage; label: string }) {
  const [newest] = page.items;
  if (newest === undefined) return <>Deliveries of {label}</>;
  return (
    <>
      {label} · {page.total.toLocaleString("en")} {page.total === 1 ? "delivery" : "deliveries"} in the log,{" "}
      {page.refused.toLocaleString("en")} refused. Last one <Moment at={newest.receivedAt} isRecent />.
    </>
  );
}
