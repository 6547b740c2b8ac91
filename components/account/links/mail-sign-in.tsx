"use client";
import { type MouseEvent, useState } from "react";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { callApi } from "../call-api";
import { useCall } from "../use-call";
import { acceptedAnswer } from "./accepted-answer";

/** Asks for a sign-in link to the address in the form around it. Says the same whether there is such an account or not. */
export function MailSignIn({ callbackPath }: { callbackPath: string }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { fault, isPending, run } = useCall();
  const ask = async (event: MouseEvent<HTMLButtonElement>) => {
    const field = event.currentTarget.form?.elements.namedItem("email");
    if (!(field instanceof HTMLInputElement) || !field.reportValidity()) return;
    const email = field.value.trim();
    const body = { email, callbackUrl: callbackPath };
    if ((await run(callApi("POST", "/api/account/magic", body, acceptedAnswer))) !== null) setSentTo(email);
  };
  return (
    <div className="needs-script grid gap-3">
      <Button className="h-9 w-full" onClick={ask} disabled={isPending}>
        {isPending ? <Spinner /> : null}
        E-mail me a sign-in link
      </Button>
      <Notice>{fault?.message}</Notice>
      <p role="status" className={sentTo === null ? "hidden" : "break-words text-[13px] text-soft"}>
        {sentTo === null ? null : (
          <>
            If <bdi className="text-ink">{sentTo}</bdi> has an account, a link is on its way. It works once, for 10
            minutes.
          </>
        )}
      </p>
    </div>
  );
}
