"use client";
import { useState } from "react";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { CircleCheck } from "../../ui/icons";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import type { Secret } from "./use-secret";

interface SecretStepProps {
  secret: Secret;
  /** What people call the sender, and what it calls the secret. */
  label: string;
  secretName: string;
}

/** The secret that we make up: shown while it is fresh, else made anew. */
export function OurSecret({ secret, label, secretName }: SecretStepProps) {
  const { shown, fault, isPending, renew } = secret;
  if (shown !== null) {
    return (
      <>
        <CodeBlock text={shown} label="secret" />
        <p className="mt-1.5 text-[13px] text-faint">Copy it now: it is not shown again once you leave this page.</p>
      </>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button className="needs-script" onClick={() => void renew()} disabled={isPending}>
        {isPending ? <Spinner /> : null}
        Rotate secret
      </Button>
      <span className="text-[13px] text-faint">
        It was shown when it was made. A new one counts at once, the one before it for 24 hours more: {label} must be
        given the new {secretName.toLowerCase()} meanwhile.
      </span>
      <Notice className="w-full">{fault?.message}</Notice>
    </div>
  );
}

/** The secret that the sender makes up: pasted here, and never shown. */
export function TheirSecret({ secret, label, secretName }: SecretStepProps) {
  const { isSet, fault, isPending, renew } = secret;
  const [isOpen, setOpen] = useState(!isSet);
  if (isSet && !isOpen) {
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="inline-flex items-center gap-1.5 font-medium text-live">
          <CircleCheck className="size-4" />
          {secretName} is set
        </span>
        <Button className="needs-script" onClick={() => setOpen(true)}>
          Rotate secret
        </Button>
      </p>
    );
  }
  return (
    <form
      className="needs-script flex flex-wrap items-center gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        const given = String(new FormData(event.currentTarget).get("secret") ?? "").trim();
        if (await renew(given)) setOpen(false);
      }}
    >
      <input
        name="secret"
        required
        autoComplete="off"
        spellCheck={false}
        aria-label={`${secretName} from ${label}`}
        placeholder={`${secretName} from ${label}`}
        className="h-9 min-w-0 flex-1 basis-56 rounded-lg border border-line bg-panel px-2.5 font-mono text-base md:text-[12.5px]"
      />
      <Button type="submit" look="primary" className="h-9 px-3.5" disabled={isPending}>
        {isPending ? <Spinner /> : null}
        Save secret
      </Button>
      <Notice className="w-full">{fault?.message}</Notice>
    </form>
  );
}
