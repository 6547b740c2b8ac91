import type { Comparison, DryRun, DryRunLine } from "@/activity/dry-run";
import { TILE } from "../../feed/colors";
import { Icon } from "../../ui/icon";
import { Moment } from "../moment";

/** What fields of an activity are called. */
const FIELDS: Record<string, string> = {
  eventType: "type",
  actorName: "actor",
  actorKey: "actor's id",
  actorKind: "kind of actor",
  actorAvatarUrl: "avatar",
  entityType: "kind of entity",
  entityKey: "entity's id",
  entityName: "entity",
  entityUrl: "link",
  entityReference: "reference",
  timestamp: "time",
  message: "sentence",
  isImportant: "importance",
};

/** The deliveries that would be told otherwise, each with what stands beside what would stand; and those that cannot be told. */
export function Comparisons({ found }: { found: DryRun }) {
  const shown = found.items.filter(({ result }) => result !== "same");
  if (shown.length === 0) return null;
  return (
    <ol aria-label="Differences" className="mt-3 grid gap-2.5">
      {shown.map((line) => (
        <li key={line.id} className="rounded-xl border border-line bg-panel p-3.5">
          <p className="mb-2 flex flex-wrap items-baseline gap-x-3 text-[12.5px] text-faint">
            <code className="break-all font-mono" dir="ltr">
              {line.eventName ?? "delivery"}
            </code>
            <Moment at={line.receivedAt} isRecent />
          </p>
          <Line line={line} />
        </li>
      ))}
    </ol>
  );
}

function Line({ line }: { line: DryRunLine }) {
  if (line.result === "failed" || line.result === "not_kept")
    return <p className="break-words text-amber">It stays as it is: {line.reason}</p>;
  return line.activities
    .filter(({ before, after, fields }) => before === null || after === null || fields.length > 0)
    .map((comparison, place) => <Difference key={comparison.id ?? place} comparison={comparison} />);
}

function Difference({ comparison: { before, after, fields } }: { comparison: Comparison }) {
  const named = fields.map((field) => FIELDS[field] ?? field).join(", ");
  return (
    <div className="mt-2 first-of-type:mt-0">
      <dl className="grid grid-cols-[52px_minmax(0,1fr)] items-center gap-x-2.5 gap-y-1.5">
        <Side name="Before" said={before} nothing="was not told" tint="bg-red/8" />
        <Side name="After" said={after} nothing="would be withdrawn" tint="bg-green/8" />
      </dl>
      {named !== "" && <p className="mt-1.5 pl-[62px] text-[12.5px] text-faint">Differs in {named}</p>}
      {(fields.includes("metadata") || before === null) && (
        <details className="mt-1 pl-[62px] text-[12.5px]">
          <summary className="cursor-pointer text-soft hover:text-ink">Metadata</summary>
          <div className="mt-1.5 grid gap-2 sm:grid-cols-2">
            {[before, after].map((said, place) => (
              <pre
                key={place === 0 ? "before" : "after"}
                dir="ltr"
                className="max-h-64 overflow-auto rounded-[9px] bg-hover p-2.5 font-mono text-[12px]"
              >
                {said === null ? "–" : JSON.stringify(said.metadata, null, 2)}
              </pre>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

interface SideProps {
  name: string;
  said: Comparison["before"];
  nothing: string;
  tint: string;
}

function Side({ name, said, nothing, tint }: SideProps) {
  return (
    <>
      <dt className="text-[12.5px] text-faint">{name}</dt>
      <dd className={`flex min-w-0 items-center gap-2 rounded-lg px-2 py-1.5 ${said === null ? "bg-hover" : tint}`}>
        {said === null ? (
          <i className="text-faint">{nothing}</i>
        ) : (
          <>
            <span className={`grid size-6 shrink-0 place-items-center rounded-[7px] ${TILE[said.color]}`} aria-hidden>
              <Icon name={said.icon} className="size-3.5" />
            </span>
            <bdi className="min-w-0 break-words">{said.message}</bdi>
          </>
        )}
      </dd>
    </>
  );
}
