"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { explainDiagnosis } from "@/activity/delivery";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Check, ChevronRight, Send, TriangleAlert } from "../../ui/icons";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import type { Arrival } from "./arrival";
import type { SendTest } from "./use-send-test";

interface FirstDeliveryProps {
  team: string;
  label: string;
  arrival: Arrival;
  /** What makes the sender send its first delivery. */
  first: string | undefined;
  test: SendTest;
  /** Why no test can be sent yet; null when one can. */
  obstacle: string | null;
  /** A call that somebody can make from a terminal. */
  call: string | null;
}

/** Waits for a sender's first delivery, and says at once when it is there. */
export function FirstDelivery({ team, label, arrival, first, test, obstacle, call }: FirstDeliveryProps) {
  const isThere = arrival.state === "arrived";
  const isAwaited = arrival.state === "waiting" || arrival.state === "tested";
  return (
    <div
      className={`rounded-b-xl border-t px-4 py-4 transition-colors sm:px-[18px] ${isThere ? "border-live/30 bg-live/8" : "border-line bg-hover/60"}`}
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-3 sm:flex-nowrap">
        <Mark state={arrival.state} />
        <div className="min-w-0 flex-1 basis-52" role="status">
          <Words label={label} arrival={arrival} first={obstacle ?? first} />
        </div>
        {isThere ? (
          <Link
            href={`/${team}`}
            className="ml-[34px] inline-flex items-center gap-1 self-center whitespace-nowrap font-medium text-live hover:underline sm:ml-0"
          >
            Open the feed
            <ChevronRight className="size-4" />
          </Link>
        ) : (
          <Button
            look={arrival.state === "waiting" && obstacle === null ? "primary" : "quiet"}
            className="needs-script ml-[34px] h-8 px-3 sm:ml-0"
            disabled={test.isPending || obstacle !== null}
            onClick={() => void test.send()}
          >
            {test.isPending ? <Spinner /> : <Send className="size-3.5" />}
            Send test
          </Button>
        )}
      </div>
      <Notice className="mt-3">{test.fault?.message}</Notice>
      {obstacle === null && isAwaited && call !== null && <TerminalCall label={label} call={call} />}
    </div>
  );
}

function Mark({ state }: { state: Arrival["state"] }) {
  if (state === "arrived" || state === "refused") {
    const Shape = state === "arrived" ? Check : TriangleAlert;
    return (
      <span
        aria-hidden
        className={`grid size-[22px] shrink-0 animate-appear place-items-center rounded-full ${state === "arrived" ? "bg-live text-on-accent" : "bg-red/12 text-red"}`}
      >
        <Shape className={`size-3.5 ${state === "arrived" ? "stroke-3" : "stroke-[2.25]"}`} />
      </span>
    );
  }
  const tint = state === "tested" ? "bg-live" : "bg-accent";
  return (
    <span className="grid size-[22px] shrink-0 place-items-center" aria-hidden>
      <span className="relative flex size-2.5">
        <span
          className={`absolute inline-flex size-full animate-ping rounded-full opacity-60 motion-reduce:hidden ${tint}`}
        />
        <span className={`relative inline-flex size-2.5 rounded-full ${tint}`} />
      </span>
    </span>
  );
}

function Words({ label, arrival, first }: { label: string; arrival: Arrival; first: string | undefined }) {
  switch (arrival.state) {
    case "waiting":
      return <Said title={`Waiting for the first delivery of ${label}…`}>{first}</Said>;
    case "tested":
      return (
        <Said
          title={
            <span className="text-live">{`The address works; now waiting for ${label}'s own first delivery…`}</span>
          }
        >
          {first}
        </Said>
      );
    case "refused": {
      const { diagnosis } = arrival.line;
      const told = diagnosis === null ? null : explainDiagnosis(diagnosis, label);
      return (
        <Said title={<span className="text-red">A delivery came and was refused. {told?.title}</span>}>
          {told?.detail}
        </Said>
      );
    }
    case "arrived":
      return (
        <Said title={<span className="text-live">{`${label} is connected: its first delivery has arrived.`}</span>}>
          <bdi>{arrival.line?.became}</bdi>
        </Said>
      );
  }
}

function Said({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <>
      <p className="font-medium">{title}</p>
      {children ? <p className="mt-0.5 text-[13px] text-soft">{children}</p> : null}
    </>
  );
}

function TerminalCall({ label, call }: { label: string; call: string }) {
  return (
    <details className="group mt-3 ml-[34px]">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 py-1 text-[13px] text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" />
        Nothing comes? Sign and send one from a terminal, as {label} does
      </summary>
      <div className="mt-2">
        <CodeBlock text={call} label="signed call" />
      </div>
    </details>
  );
}
