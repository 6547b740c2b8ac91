"use client";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { callApi } from "./call-api";
import { useCall } from "./use-call";

const answer = z.object({ team: z.string() });

/** Makes a team and opens its feed. */
export function NewTeamForm() {
  const { fault, isPending, run } = useCall();
  const [isLeaving, setLeaving] = useState(false);
  const nameError = fault?.issues.find(({ path }) => path[0] === "name")?.message;
  const isBusy = isPending || isLeaving;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    const made = await run(callApi("POST", "/api/teams", { name }, answer));
    if (made === null) return;
    setLeaving(true);
    location.assign(`/${made.team}`);
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Notice>{nameError === undefined ? fault?.message : null}</Notice>
      <Field
        label="Name"
        name="name"
        autoComplete="organization"
        placeholder="Acme Platform"
        required
        autoFocus
        error={nameError}
      />
      <Button type="submit" look="primary" className="needs-script h-9 w-full" disabled={isBusy}>
        {isBusy ? <Spinner /> : null}
        Make team
      </Button>
      <noscript>
        <p className="text-[12.5px] text-soft">Making a team needs JavaScript. The feed itself can be read without.</p>
      </noscript>
    </form>
  );
}
