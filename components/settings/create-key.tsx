"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { type NewKey, newKeyAnswer } from "./answers";
import { ShownKey } from "./shown-key";

const SCOPES = [
  { name: "capture", hint: "Post events", isSet: true },
  { name: "read", hint: "Read and follow the feed", isSet: true },
] as const;

/** Makes a key and shows it this once. */
export function CreateKey({ team, origin }: { team: string; origin: string }) {
  const router = useRouter();
  const [made, setMade] = useState<NewKey | null>(null);
  const [isUnscoped, setUnscoped] = useState(false);
  const { fault, isPending, run } = useCall();
  const nameError = fault?.issues.find(({ path }) => path[0] === "name")?.message;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const body = { name: String(fields.get("name")).trim(), scopes: fields.getAll("scope") };
    setUnscoped(body.scopes.length === 0);
    if (body.scopes.length === 0) return;
    const key = await run(callApi("POST", `/api/teams/${team}/keys`, body, newKeyAnswer));
    if (key === null) return;
    setMade(key);
    form.reset();
    router.refresh();
  };

  return (
    <>
      {made === null ? null : <ShownKey team={team} origin={origin} made={made} onClose={() => setMade(null)} />}
      <form onSubmit={submit} className="needs-script mb-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
        <h2 className="mb-3 font-semibold">Create a key</h2>
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)]">
          <Field label="Name" name="name" placeholder="CI server" autoComplete="off" required error={nameError} />
          <fieldset className="min-w-0">
            <legend className="mb-1 font-medium text-[12.5px] text-soft">It may</legend>
            <div className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-2">
              {SCOPES.map(({ name, hint, isSet }) => (
                <label key={name} className="flex min-h-6 items-center gap-2">
                  <input
                    type="checkbox"
                    name="scope"
                    value={name}
                    defaultChecked={isSet}
                    className="size-4 accent-accent"
                  />
                  <span>{hint}</span>
                  <code className="font-mono text-[12px] text-faint">{name}</code>
                </label>
              ))}
            </div>
          </fieldset>
        </div>
        <Notice className="mt-3">
          {isUnscoped ? "Choose what the key may do." : nameError === undefined ? fault?.message : null}
        </Notice>
        <Button type="submit" look="primary" className="mt-4 h-8 px-3" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Create key
        </Button>
      </form>
    </>
  );
}
