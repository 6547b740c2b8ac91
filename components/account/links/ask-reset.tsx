"use client";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { callApi } from "../call-api";
import { EmailField } from "../email-field";
import { useCall } from "../use-call";
import { acceptedAnswer } from "./accepted-answer";

/** Asks for a reset link by mail. Says the same whether there is such an account or not. */
export function AskReset() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { fault, isPending, run } = useCall();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email")).trim();
    if ((await run(callApi("POST", "/api/account/reset", { email }, acceptedAnswer))) !== null) setSentTo(email);
  };
  if (sentTo !== null) {
    return (
      <p role="status" className="break-words text-soft">
        If <bdi className="text-ink">{sentTo}</bdi> has an account, a link is on its way. It works once, for an hour.
      </p>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Notice>{fault?.message}</Notice>
      <EmailField autoFocus />
      <Button type="submit" look="primary" className="needs-script h-9 w-full" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        Send the link
      </Button>
    </form>
  );
}
