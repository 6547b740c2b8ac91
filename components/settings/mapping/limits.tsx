import { Fragment } from "react";

/** What bounds an integration, as the server has it. */
export interface IntakeLimits {
  /** Largest body, bytes. */
  maxBytes: number;
  /** Deliveries that may wait while others are worked on; more are told to come back. */
  mostWaiting: number;
  /** Refused calls that are logged in an hour. */
  refusalsAnHour: number;
  /** How long the log is kept, days. */
  logDays: number;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

/** What is taken of one integration, so that it can slow or fill nothing for the others. */
export function Limits({ limits, label }: { limits: IntakeLimits; label: string }) {
  const { maxBytes, mostWaiting, refusalsAnHour, logDays } = limits;
  const rows = [
    [
      "Largest body",
      megabytes(maxBytes),
      "A larger one is refused with 413 before it is read. Compressed bodies are refused.",
    ],
    [
      "Turns",
      "shared fairly",
      `When much comes at once, integrations take turns: ${label} alone can slow only itself. ${mostWaiting.toLocaleString("en")} deliveries may wait, more are told to come back (429, Retry-After).`,
    ],
    ["Delivery ids", "kept for ever", "A delivery counts once, however often it is sent again."],
    ["Log", `${logDays.toLocaleString("en")} days`, "Headers and bodies, encrypted. DELIVERY_RETENTION_DAYS sets it."],
    [
      "Refused calls",
      `${refusalsAnHour.toLocaleString("en")} an hour`,
      "So many are logged, the first 64 kB of each, so that strangers cannot fill the disk.",
    ],
  ] as const;
  return (
    <dl className="grid grid-cols-[minmax(88px,130px)_minmax(0,1fr)] gap-x-4 rounded-xl border border-line bg-panel px-4 py-1.5">
      {rows.map(([name, value, why]) => (
        <Fragment key={name}>
          <dt className="border-line border-b py-3 text-soft [&:nth-last-child(2)]:border-b-0">{name}</dt>
          <dd className="min-w-0 border-line border-b py-3 [overflow-wrap:anywhere] last:border-b-0">
            <b className="font-medium">{value}</b>
            <p className="mt-0.5 text-[13px] text-soft">{why}</p>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
