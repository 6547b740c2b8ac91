"use client";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { ShownOnce } from "../shown-once";

const rotatedAnswer = z.object({ secret: z.string() });

interface RotateSecretProps {
  team: string;
  integration: { id: string; label: string };
  /** Who makes the secret up: then it is pasted here. */
  secretFrom: "us" | "sender";
}

/** Gives an integration a new secret; the one before it counts for a day more, so that nothing is refused meanwhile. */
export function RotateSecret({ team, integration, secretFrom }: RotateSecretProps) {
  const { fault, isPending, run } = useCall();
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = async (given?: string) => {
    const path = `/api/teams/${team}/integrations/${integration.id}/rotate`;
    const answer = await run(callApi("POST", path, given === undefined ? {} : { secret: given }, rotatedAnswer));
    if (answer !== null) setSecret(answer.secret);
  };
  if (secret !== null) {
    return (
      <ShownOnce title={`Paste the new secret into ${integration.label}`} onClose={() => setSecret(null)}>
        <p className="mb-2 text-soft">It is shown only now. The one before it counts for 24 hours more.</p>
        <CodeBlock text={secret} label="secret" />
      </ShownOnce>
    );
  }
  return (
    <form
      className="needs-script mb-5 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const given = String(new FormData(event.currentTarget).get("secret") ?? "").trim();
        void rotate(given === "" ? undefined : given);
      }}
    >
      {secretFrom === "sender" && (
        <input
          name="secret"
          required
          autoComplete="off"
          aria-label={`New secret from ${integration.label}`}
          placeholder={`New secret from ${integration.label}`}
          className="h-8 min-w-0 flex-1 rounded-lg border border-line bg-panel px-2.5"
        />
      )}
      <Button type="submit" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        Rotate secret
      </Button>
      <Notice>{fault?.message}</Notice>
    </form>
  );
}
