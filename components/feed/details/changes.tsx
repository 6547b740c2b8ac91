import { ArrowRight } from "../../ui/icons";
import { changeOfText, type FieldChange, sayValue } from "./changes-of";

/** From here on a value is a text, of which only what differs is marked. */
const LONG = 48;
const DEL = "rounded-[3px] bg-red/10 text-red line-through";
const INS = "rounded-[3px] bg-green/10 text-green no-underline";

function Short({ from, to }: { from: string | null; to: string | null }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {from === null ? <span className="text-faint">empty</span> : <del className={`px-1 ${DEL}`}>{from}</del>}
      <ArrowRight className="size-3 shrink-0 text-faint" />
      <span className="sr-only">to</span>
      {to === null ? <span className="text-faint">empty</span> : <ins className={`px-1 ${INS}`}>{to}</ins>}
    </span>
  );
}

function Long({ from, to }: { from: string; to: string }) {
  const { start, removed, added, end } = changeOfText(from, to);
  return (
    <span className="whitespace-pre-line">
      {start}
      {removed !== "" && <del className={DEL}>{removed}</del>}
      {added !== "" && <ins className={INS}>{added}</ins>}
      {end}
    </span>
  );
}

function Change({ change }: { change: FieldChange }) {
  const [from, to] = [sayValue(change.from), sayValue(change.to)];
  // Without a value before there is none to strike out: the sender did not tell it.
  if (change.from === undefined) return <ins className={`px-1 ${INS}`}>{to ?? "empty"}</ins>;
  const isLong = from !== null && to !== null && Math.max(from.length, to.length) > LONG;
  return isLong ? <Long from={from} to={to} /> : <Short from={from} to={to} />;
}

/** What an event changed, field by field, the value before and the one after. Nothing when there are no changes. */
export function Changes({ changes }: { changes: readonly FieldChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section aria-label="Changes" className="rounded-[9px] border border-line px-3 py-2">
      <p className="mb-1 font-semibold text-[12px] text-faint">Changes</p>
      <dl className="grid grid-cols-[minmax(72px,max-content)_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-[13px]">
        {changes.map((change, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stored event never changes, and a field may be told twice
          <div key={place} className="contents">
            <dt className="max-w-32 text-soft">{change.field}</dt>
            <dd dir="auto" className="min-w-0">
              <Change change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
