"use client";
import type { FormEvent } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { ALL_READ } from "./all-read";
import { sendSignal } from "./signal";
import { useViews } from "./use-views";
import { viewAnswer } from "./views-answer";

interface NewViewFormProps {
  team: string;
  /** Admins save views for the whole team too. */
  isAdmin: boolean;
  /** What is shown, as a view has it. */
  query: string;
  onSaved: () => void;
}

/** Asks for a view's name, and saves it. */
export function NewViewForm({ team, isAdmin, query, onSaved }: NewViewFormProps) {
  const { refresh } = useViews(team);
  const { fault, isPending, run } = useCall();
  const wrongName = fault?.issues.find(({ path }) => path[0] === "name")?.message;
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get("name")).trim();
    const body = { name, filter: query, isTeams: fields.get("whose") === "team" };
    const view = await run(callApi("POST", `/api/teams/${team}/views`, body, viewAnswer));
    if (view === null) return;
    const shown = { ...view, readSeq: 0, unread: ALL_READ };
    refresh((now) => ({ ...now, items: [...now.items, shown] }));
    sendSignal(team, "changed");
    onSaved();
  };
  return (
    <form onSubmit={save} className="grid gap-3">
      <Field label="Name of the view" name="name" required maxLength={200} autoComplete="off" error={wrongName} />
      {isAdmin && (
        <fieldset className="flex gap-4">
          <legend className="mb-1 font-medium text-[12.5px] text-soft">For</legend>
          <label className="flex items-center gap-1.5 py-1">
            <input type="radio" name="whose" value="own" defaultChecked className="accent-accent" /> Just me
          </label>
          <label className="flex items-center gap-1.5 py-1">
            <input type="radio" name="whose" value="team" className="accent-accent" /> The whole team
          </label>
        </fieldset>
      )}
      <Notice>{fault !== null && wrongName === undefined ? fault.message : null}</Notice>
      <Button look="primary" type="submit" disabled={isPending} className="h-8">
        Save
      </Button>
    </form>
  );
}
