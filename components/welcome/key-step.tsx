"use client";
import Link from "next/link";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { newKeyAnswer } from "../settings/answers";
import { Button } from "../ui/button";
import { CodeBlock } from "../ui/code-block";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { Step } from "../ui/step";

/** First step: a key to post with. One that exists is shown; else a button makes one and hands it on. */
export function KeyStep({
  team,
  apiKey,
  onKey,
}: {
  team: string;
  apiKey: string | null;
  onKey: (key: string) => void;
}) {
  const { fault, isPending, run } = useCall();
  const create = async () => {
    const body = { name: "First event", scopes: ["capture", "read"] };
    const made = await run(callApi("POST", `/api/teams/${team}/keys`, body, newKeyAnswer));
    if (made !== null) onKey(made.key);
  };
  const keysPage = (
    <Link href={`/${team}/settings/keys`} prefetch={false} className="text-soft underline underline-offset-2">
      Team › Keys
    </Link>
  );
  if (apiKey !== null) {
    return (
      <Step number={1} isDone title="Team and key are ready">
        <p className="mb-2 text-faint">
          The key can capture and read. It is shown only now; make more under {keysPage}.
        </p>
        <CodeBlock text={apiKey} label="key" mark={apiKey} />
      </Step>
    );
  }
  return (
    <Step number={1} title="Create a key">
      <p className="text-faint">
        Events are posted with a key of the team. It goes into the lines below and is shown once.
      </p>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="primary" className="needs-script h-8 px-3" onClick={create} disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Create a key
        </Button>
        <span className="text-[12.5px] text-faint">All keys: {keysPage}</span>
      </div>
      <Notice className="mt-2.5">{fault?.message}</Notice>
    </Step>
  );
}
