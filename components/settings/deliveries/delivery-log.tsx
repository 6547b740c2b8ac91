"use client";
import { useState } from "react";
import useSWR from "swr";
import { type DeliveryLine, type DeliveryPage, deliveryPageSchema } from "@/activity/delivery";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Moment } from "../moment";
import { DeliveryPanel } from "./delivery-panel";
import { LogState } from "./log-state";

/** How often the log looks for new lines while its page is seen, milliseconds. */
const LOOK_MS = 2_000;
const PAGE = 50;

async function readPage(path: string): Promise<DeliveryPage> {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`The log could not be read (${answer.status}).`);
  return deliveryPageSchema.parse(await answer.json());
}

interface DeliveryLogProps {
  team: string;
  integration: { id: string; label: string };
  first: DeliveryPage;
}

/** An integration's calls, newest first and live, each with what it became or why it was refused. */
export function DeliveryLog({ team, integration, first }: DeliveryLogProps) {
  const path = `/api/teams/${team}/integrations/${integration.id}/deliveries`;
  const [limit, setLimit] = useState(PAGE);
  const { data, error, mutate } = useSWR<DeliveryPage, Error>(`${path}?limit=${limit}`, readPage, {
    fallbackData: first,
    refreshInterval: LOOK_MS,
    keepPreviousData: true,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const page = data ?? first;
  const line = page.items.find(({ id }) => id === chosen);
  return (
    <>
      <LogState page={page} label={integration.label} />
      <Notice className="mb-3">{error?.message}</Notice>
      {page.items.length > 0 && (
        <DeliveryTable lines={page.items} chosen={chosen} onChoose={(id) => setChosen(id === chosen ? null : id)} />
      )}
      {page.nextCursor !== null && limit < 200 && (
        <Button className="needs-script mt-3" onClick={() => setLimit(200)}>
          Show more
        </Button>
      )}
      {line !== undefined && (
        <DeliveryPanel
          key={line.id}
          path={`${path}/${line.id}`}
          line={line}
          label={integration.label}
          onReplayed={() => void mutate()}
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
          <th className="hidden w-[32%] px-2 py-2 font-normal sm:table-cell">Event</th>
          <th className="px-2 py-2 font-normal">Became</th>
          <th className="hidden w-20 px-2 py-2 font-normal md:table-cell">Took</th>
          <th className="w-28 px-2 py-2 font-normal">When</th>
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
          className={`inline-flex items-center gap-1.5 tabular-nums ${TEXTS[line.outcome]}`}
        >
          <span className={`size-2 rounded-full ${DOTS[line.outcome]}`} aria-hidden />
          {line.status}
        </button>
      </td>
      <td className="hidden truncate px-2 py-2 font-mono text-[12.5px] sm:table-cell" dir="ltr">
        {line.eventName ?? "–"}
      </td>
      <td className={`truncate px-2 py-2 ${line.outcome === "stored" ? "" : "text-soft"}`}>
        <bdi>{became(line)}</bdi>
      </td>
      <td className="hidden px-2 py-2 text-soft tabular-nums md:table-cell">{line.tookMs} ms</td>
      <td className="px-2 py-2 text-soft">
        <Moment at={line.receivedAt} isRecent />
      </td>
    </tr>
  );
}
