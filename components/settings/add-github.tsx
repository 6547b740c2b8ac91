"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { type NewIntegration, newIntegrationAnswer } from "./answers";
import { GithubReach } from "./github-reach";
import { GithubSteps } from "./github-steps";
import { ShownOnce } from "./shown-once";

/** Adds a GitHub integration and says, with its secret shown this once, what to enter at GitHub. */
export function AddGithub({ team, origin }: { team: string; origin: string }) {
  const router = useRouter();
  const [made, setMade] = useState<NewIntegration | null>(null);
  const { fault, isPending, run } = useCall();
  const nameError = fault?.issues.find(({ path }) => path[0] === "name")?.message;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { provider: "github", name: String(new FormData(form).get("name")).trim() };
    const integration = await run(callApi("POST", `/api/teams/${team}/integrations`, body, newIntegrationAnswer));
    if (integration === null) return;
    setMade(integration);
    form.reset();
    router.refresh();
  };

  if (made !== null) {
    return (
      <ShownOnce title="Now tell GitHub" onClose={() => setMade(null)}>
        <GithubSteps integration={made} />
      </ShownOnce>
    );
  }
  return (
    <form
      onSubmit={submit}
      className="needs-script mb-5 grid gap-3 rounded-xl border border-line bg-panel p-4 sm:px-[18px]"
    >
      <div>
        <h2 className="font-semibold">Add GitHub</h2>
        <p className="text-faint">
          Gives you an address and a secret to enter in a repository's or organisation's webhooks.
        </p>
      </div>
      <GithubReach origin={origin} />
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label="Name"
          name="name"
          defaultValue="GitHub"
          autoComplete="off"
          required
          error={nameError}
          className="min-w-0 flex-1 basis-56"
        />
        <Button type="submit" look="primary" className="h-9 px-3.5" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Add GitHub
        </Button>
      </div>
      <Notice>{nameError === undefined ? fault?.message : null}</Notice>
    </form>
  );
}
