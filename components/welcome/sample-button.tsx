"use client";
import { z } from "zod";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";

const answer = z.object({ team: z.string() });

/** Opens a team full of believable activity, made on the first click. */
export function SampleButton() {
  const { fault, isPending, run, setPending } = useCall();
  const open = async () => {
    const made = await run(callApi("POST", "/api/sample-team", undefined, answer));
    if (made === null) return;
    setPending(true);
    location.assign(`/${made.team}`);
  };
  return (
    <div className="needs-script">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="primary" className="h-9 px-3.5" onClick={open} disabled={isPending}>
          {isPending ? <Spinner /> : null}
          {isPending ? "Opening a sample team…" : "Open a sample team"}
        </Button>
        <span className="text-faint">A few weeks of a believable team; removed with one click.</span>
      </div>
      <Notice className="mt-3">{fault?.message}</Notice>
    </div>
  );
}
