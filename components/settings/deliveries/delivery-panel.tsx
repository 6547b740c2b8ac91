"use client";
import { useState } from "react";
import { z } from "zod";
import { type DeliveryLine, explainDiagnosis } from "@/activity/delivery";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";

const replayAnswer = z.object({ status: z.enum(["stored", "duplicate"]), activityIds: z.array(z.string()) });
const keptAnswer = z.object({ headers: z.record(z.string(), z.string()).nullable(), body: z.string().nullable() });
type Kept = z.infer<typeof keptAnswer>;

const TITLES = {
  stored: "Stored",
  answered: "Answered",
  duplicate: "Stored before: nothing new happened",
  unusable: "Signed, but not stored",
  refused: "Refused",
} as const;

function bytes(count: number): string {
  return count < 1_000 ? `${count} bytes` : `${(count / 1_000).toLocaleString("en", { maximumFractionDigits: 1 })} kB`;
}

interface DeliveryPanelProps {
  /** Of the line, in the API. */
  path: string;
  line: DeliveryLine;
  label: string;
  onReplayed: () => void;
}

/** One call: what was wrong with it in plain words, what it carried, and a button that takes it in once more. */
export function DeliveryPanel({ path, line, label, onReplayed }: DeliveryPanelProps) {
  const { fault, isPending, run } = useCall();
  const [said, setSaid] = useState<string | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const [shown, setShown] = useState<"headers" | "body" | null>(null);
  const told = line.diagnosis === null ? null : explainDiagnosis(line.diagnosis, label);
  const isRewritten = line.diagnosis?.code === "body_reencoded";
  const replay = async () => {
    const answer = await run(callApi("POST", `${path}/replay`, {}, replayAnswer));
    if (answer === null) return;
    setSaid(answer.status === "stored" ? "Taken in: it is in the feed now." : "It is in the feed already.");
    onReplayed();
  };
  const show = async (part: "headers" | "body") => {
    setShown(shown === part ? null : part);
    if (kept === null) setKept(await run(callApi("GET", path, undefined, keptAnswer)));
  };
  return (
    <section
      aria-label="Delivery"
      className="mt-4 animate-appear rounded-xl border border-line bg-panel p-4 sm:px-[18px]"
    >
      <h2 className="font-semibold">{TITLES[line.outcome]}</h2>
      {told !== null && (
        <p
          className={`mt-2.5 border-l-[3px] px-3.5 py-2 ${line.outcome === "refused" ? "border-red bg-red/8" : "border-amber bg-amber/8"}`}
        >
          <b className="font-semibold">{told.title}</b> {told.detail}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {line.isKept && (
          <>
            <Button look="primary" className="needs-script px-3 py-[6px]" onClick={replay} disabled={isPending}>
              {isPending ? <Spinner /> : null}
              {isRewritten ? "Replay with the original bytes" : "Replay"}
            </Button>
            <Button className="needs-script" aria-expanded={shown === "headers"} onClick={() => void show("headers")}>
              Headers
            </Button>
            <Button className="needs-script" aria-expanded={shown === "body"} onClick={() => void show("body")}>
              Raw body, {bytes(line.bodyBytes)}
            </Button>
          </>
        )}
        <code dir="ltr" className="ml-auto break-all font-mono text-[12px] text-soft">
          {line.deliveryId === null ? "no delivery id" : `delivery ${line.deliveryId}`}
        </code>
      </div>
      <Notice className="mt-3">{fault?.message}</Notice>
      <p role="status" className={said === null ? "sr-only" : "mt-3 text-live"}>
        {said}
      </p>
      {shown !== null && kept !== null && (
        <pre
          className="mt-3 max-h-96 overflow-auto rounded-[9px] bg-hover p-3 font-mono text-[12px] leading-[1.6]"
          dir="ltr"
        >
          {shown === "headers"
            ? Object.entries(kept.headers ?? {})
                .map(([name, value]) => `${name}: ${value}`)
                .join("\n")
            : kept.body}
        </pre>
      )}
    </section>
  );
}
