"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { callApi } from "../call-api";
import { useCall } from "../use-call";

const answer = z.object({ name: z.string() });

/** One's own name. */
export function NameForm({ name }: { name: string }) {
  const router = useRouter();
  const [isSaved, setSaved] = useState(false);
  const { fault, isPending, run } = useCall();
  const nameError = fault?.issues.find(({ path }) => path[0] === "name")?.message;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaved(false);
    const body = { name: String(new FormData(event.currentTarget).get("name")).trim() };
    if ((await run(callApi("PUT", "/api/account", body, answer))) === null) return;
    setSaved(true);
    router.refresh();
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label="Name" name="name" defaultValue={name} autoComplete="name" required error={nameError} />
      <Notice>{nameError === undefined ? fault?.message : null}</Notice>
      <div className="flex items-center gap-3">
        <Button type="submit" className="needs-script h-8 px-3" disabled={isPending}>
          Save name
        </Button>
        <span role="status" className="text-[13px] text-soft">
          {isSaved ? "Saved." : null}
        </span>
      </div>
    </form>
  );
}
