"use client";
import { useState } from "react";
import { type DeliveryLine, isTest } from "@/activity/delivery";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Moment } from "../moment";
import { DeliveryPanel } from "./delivery-panel";
import type { Deliveries } from "./use-deliveries";

interface DeliveryLogProps {
  /** Of the integration, in the API. */
  path: string;
  label: string;
  deliveries: Deliveries;
}

/** An integration's calls, newest first, each with what it became or why it was refused. */
export function DeliveryLog({ path, label, deliveries }: DeliveryLogProps) {
  const { page, fault, look, showMore } = deliveries;
  const [chosen, setChosen] = useState<string | null>(null);
  const line = page.items.find(({ id }) => id === chosen);
  return (
    <>
      <Notice className="mb-3">{fault}</Notice>
      {page.items.length > 0 && (
        <DeliveryTable lines={page.items} chosen={chosen} onChoose={(id) => setChosen(id === chosen ? null : id)} />
      )}
      {showMore !== null && (
        <Button className="needs-script mt-3" onClick={showMore}>
          Show more
        </Button>
      )}
      {line !== undefined && (
        <DeliveryPanel
          key={line.id}
          path={`${path}/deliveries/${line.id}`}
          line={line}
          label={label}
          onReplayed={look}
        />
      )}
    </>
  );
}

const DOTS = {
  stored: "bg-live",
  answered: "bg-live",
  duplicate: "bg-faint",
  unusable: "bg-amber",
  refused: "bg-red",
} as const;
const TEXTS = {
  ...DOTS,
  stored: "text-live",
  answered: "text-live",
  duplicate: "text-soft",
  unusable: "text-amber",
  refused: "text-red",
};

/** What a line says of what came of it. */
function became({ outcome, became: sentence }: DeliveryLine): string {
  if (outcome === "duplicate") return "stored before";
  if (outcome === "answered") return "answered";
  return sentence ?? "nothing stored";
}

function DeliveryTable({
  lines,
  chosen,
  onChoose,
}: {
  lines: DeliveryLine[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <thead className="text-[12.5px] text-soft">
        <tr className="border-line border-b">
          <th className="w-20 px-2 py-2 font-normal">Result</th>
          <th className="hidden w-[27%] px-2 py-2 font-normal sm:table-cell">Event</th>
          <th className="px-2 py-2 font-normal">Became</th>
          <th className="hidden w-[76px] px-2 py-2 font-normal md:table-cell">Took</th>
          <th className="w-24 px-2 py-2 font-normal">When</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <DeliveryRow key={line.id} line={line} isChosen={line.id === chosen} onChoose={() => onChoose(line.id)} />
        ))}
      </tbody>
    </table>
  );
}

function DeliveryRow({ line, isChosen, onChoose }: { line: DeliveryLine; isChosen: boolean; onChoose: () => void }) {
  return (
    <tr
      onClick={onChoose}
      className={`cursor-pointer border-line border-b align-top hover:bg-hover ${isChosen ? "bg-hover" : ""}`}
    >
      <td className="px-2 py-2">
        <button
          type="button"
          aria-expanded={isChosen}
          aria-label={`${line.status} ${line.eventName ?? "call"}: ${became(line)}`}
          className={`-my-0.5 inline-flex items-center gap-1.5 py-0.5 tabular-nums ${TEXTS[line.outcome]}`}
        >
          <span className={`size-2 rounded-full ${DOTS[line.outcome]}`} aria-hidden />
          {line.status}
        </button>
      </td>
      <td className="hidden truncate px-2 py-2 font-mono text-[12.5px] sm:table-cell" dir="ltr">
        {line.eventName ?? "–"}
      </td>
      <td className={`truncate px-2 py-2 ${line.outcome === "stored" ? "" : "text-soft"}`}>
        {isTest(line) && (
          <>
            <span className="mr-0.5 rounded bg-accent-soft px-1.5 py-px font-medium text-[11.5px] text-accent">
              Test
            </span>{" "}
          </>
        )}
        <bdi>{became(line)}</bdi>
      </td>
      <td className="hidden px-2 py-2 text-soft tabular-nums md:table-cell">{line.tookMs} ms</td>
      <td className="px-2 py-2 text-soft">
        <Moment at={line.receivedAt} isRecent />
      </td>
    </tr>
  );
}
