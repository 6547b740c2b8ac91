"use client";
import { useState } from "react";
import { type DryRun, dryRunSchema, type Reprojection, reprojectionSchema } from "@/activity/dry-run";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button, buttonClass } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { Comparisons } from "./comparisons";

const REACHES = [20, 50, 200] as const;

interface TimeMachineProps {
  /** Of the integration, in the API. */
  path: string;
  /** What people call its sender. */
  label: string;
  /** Settings that are not saved yet: they are tried, and saved before anything is corrected. */
  draft?: { config: unknown; save: () => Promise<boolean> } | null;
  onCorrected: () => void;
}

const count = (many: number, one: string) =>
  `${many.toLocaleString("en")} ${many === 1 ? one : `${one.replace(/y$/, "ie")}s`}`;

/** What a comparison found, in a sentence. */
function sayFound({ items, changed, same, failed, notKept }: DryRun): string {
  if (items.length === 0) return "No delivery was kept that could be told anew.";
  const parts = [
    `${count(changed, "delivery")} of ${items.length} would be told otherwise`,
    ...(same > 0 ? [`${same} as before`] : []),
    ...(failed > 0 ? [`${failed} cannot be told by this mapping`] : []),
    ...(notKept > 0 ? [`${notKept} not kept whole`] : []),
  ];
  return `${parts.join(", ")}.`;
}

/** What a correction did, in a sentence. */
function sayDone({ corrected, added, withdrawn }: Reprojection): string {
  const parts = [
    `${count(corrected, "activity")} corrected`,
    ...(added > 0 ? [`${added} added`] : []),
    ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
  ];
  return corrected + added + withdrawn === 0
    ? "There was nothing to correct."
    : `${parts.join(", ")}. Open feeds have followed.`;
}

/** Tells an integration's last deliveries by the mapping of today, beside what they became, and corrects what differs. */
export function TimeMachine({ path, label, draft = null, onCorrected }: TimeMachineProps) {
  const { fault, isPending, run } = useCall();
  const [reach, setReach] = useState<number>(50);
  const [found, setFound] = useState<DryRun | null>(null);
  const [done, setDone] = useState<Reprojection | null>(null);
  const compare = async () => {
    setDone(null);
    const body = { limit: reach, ...(draft === null ? {} : { config: draft.config }) };
    setFound(await run(callApi("POST", `${path}/dry-run`, body, dryRunSchema)));
  };
  const correct = async () => {
    if (draft !== null && !(await draft.save())) return;
    const made = await run(callApi("POST", `${path}/reproject`, { limit: reach }, reprojectionSchema));
    if (made === null) return;
    setDone(made);
    setFound(null);
    onCorrected();
  };
  const said = done === null ? (found === null ? null : sayFound(found)) : sayDone(done);
  return (
    <section aria-labelledby="time-machine" className="needs-script">
      <h2 id="time-machine" className="font-semibold">
        Tell past deliveries anew
      </h2>
      <p className="mt-1 mb-3 text-soft">
        What {label} sent is kept, so it can be told by the mapping of today. Where that says something else, a
        corrected activity takes the old one's place in the feed; the old one stays as it was stored.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label="How far back"
          value={reach}
          onChange={(event) => setReach(Number(event.target.value))}
          className={buttonClass("quiet", "h-8")}
        >
          {REACHES.map((many) => (
            <option key={many} value={many}>
              Last {many} deliveries
            </option>
          ))}
        </select>
        <Button className="h-8" onClick={compare} disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Compare
        </Button>
        {found !== null && found.changed > 0 && (
          <Button look="primary" className="h-8 px-3" onClick={correct} disabled={isPending}>
            {draft === null ? "Correct" : "Save and correct"} {count(found.changed, "delivery")}
          </Button>
        )}
      </div>
      <Notice className="mt-3">{fault?.message}</Notice>
      <p role="status" className={said === null ? "sr-only" : `mt-3 ${done === null ? "text-soft" : "text-live"}`}>
        {said}
      </p>
      {found !== null && <Comparisons found={found} />}
    </section>
  );
}
