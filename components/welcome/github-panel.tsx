"use client";
import { useState } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { type NewIntegration, newIntegrationAnswer } from "../settings/answers";
import { SenderReach } from "../settings/sender-reach";
import { SourceSteps } from "../settings/source-steps";
import { Button } from "../ui/button";
import { CodeBlock } from "../ui/code-block";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";

/** Makes a GitHub integration and says what to enter at GitHub. */
export function GithubPanel({ team, origin }: { team: string; origin: string }) {
  const [integration, setIntegration] = useState<NewIntegration | null>(null);
  const { fault, isPending, run } = useCall();
  const create = async () => {
    const body = { provider: "github", name: "GitHub" };
    const made = await run(callApi("POST", `/api/teams/${team}/integrations`, body, newIntegrationAnswer));
    if (made !== null) setIntegration(made);
  };
  return (
    <div className="grid gap-3">
      <SenderReach origin={origin} sender="GitHub" />
      {integration === null ? (
        <>
          <p className="text-faint">
            Pushes, pull requests, issues, reviews, workflow runs and every other event of GitHub, signed and counted
            once.
          </p>
          <Button look="primary" className="h-8 justify-self-start px-3" onClick={create} disabled={isPending}>
            {isPending ? <Spinner /> : null}
            Create a webhook address
          </Button>
          <Notice>{fault?.message}</Notice>
        </>
      ) : (
        <>
          <SourceSteps
            label={integration.label}
            setup={integration.setup}
            url={integration.url}
            secret={<CodeBlock text={integration.secret ?? ""} label="secret" />}
          />
          <p className="text-faint">
            The secret is shown only now. What GitHub sends first appears in the feed at once.
          </p>
        </>
      )}
    </div>
  );
}
