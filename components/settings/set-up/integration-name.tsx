"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useOptimistic, useState, useTransition } from "react";
import { z } from "zod";
import { callApi, type Fault } from "../../account/call-api";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Pencil } from "../../ui/icons";

const answer = z.object({ name: z.string() });

/** An integration's name, and the way to another: it shows at once, and the form comes back when the server refuses. */
export function IntegrationName({ path, name }: { path: string; name: string }) {
  const router = useRouter();
  const [isEditing, setEditing] = useState(false);
  const [shown, setShown] = useOptimistic(name);
  const [fault, setFault] = useState<Fault | null>(null);
  const [, start] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get("name")).trim();
    setEditing(false);
    start(async () => {
      setShown(asked);
      const outcome = await callApi("PUT", path, { name: asked }, answer);
      setFault(outcome.fault);
      if (outcome.fault !== null) setEditing(true);
      router.refresh();
    });
  };
  if (isEditing) {
    return (
      <form onSubmit={submit} className="flex w-full flex-wrap items-end gap-2">
        <Field
          label="Name"
          name="name"
          defaultValue={name}
          autoComplete="off"
          required
          autoFocus
          error={fault?.issues.find((issue) => issue.path[0] === "name")?.message ?? fault?.message}
          className="min-w-0 flex-1 basis-full sm:max-w-sm sm:basis-48"
        />
        <Button type="submit" look="primary" className="h-9 px-3">
          Save
        </Button>
        <Button className="h-9 px-3" onClick={() => setEditing(false)}>
          Cancel
        </Button>
      </form>
    );
  }
  return (
    <>
      <h1 className="min-w-0 break-words font-semibold text-[20px] leading-tight tracking-[-0.01em]">
        <bdi>{shown}</bdi>
      </h1>
      <Button
        look="bare"
        className="needs-script size-7 shrink-0 p-0!"
        aria-label="Rename"
        onClick={() => {
          setFault(null);
          setEditing(true);
        }}
      >
        <Pencil className="size-3.5" />
      </Button>
    </>
  );
}
