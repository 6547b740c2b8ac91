"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button, buttonClass } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { type NewIntegration, newIntegrationAnswer } from "./answers";
import { SenderReach } from "./sender-reach";
import { ShownOnce } from "./shown-once";
import { SourceSteps } from "./source-steps";

/** A source that may be chosen. */
export interface SourceChoice {
  provider: string;
  /** What people call it. */
  label: string;
  /** Who makes up the secret: we do and it is pasted there, or the sender does and it is pasted here. */
  secretFrom: "us" | "sender";
  /** What the sender calls the secret. */
  secretName: string;
}

interface AddIntegrationProps {
  team: string;
  origin: string;
  sources: readonly SourceChoice[];
}

/** Connects a service: which one, what to call it, and then what to enter there. */
export function AddIntegration({ team, origin, sources }: AddIntegrationProps) {
  const [source, setSource] = useState<SourceChoice | null>(null);
  const [made, setMade] = useState<NewIntegration | null>(null);
  if (made !== null) {
    return (
      <ShownOnce title={`Now tell ${made.label}`} onClose={() => setMade(null)}>
        <SourceSteps integration={made} />
        <Link href={`/${team}/settings/integrations/${made.id}`} className={buttonClass("primary", "mt-3 h-8 px-3")}>
          Watch for its first delivery
        </Link>
      </ShownOnce>
    );
  }
  return (
    <section
      aria-labelledby="add-integration"
      className="needs-script mb-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]"
    >
      <h2 id="add-integration" className="font-semibold">
        Add an integration
      </h2>
      <p className="mb-3 text-faint">Choose a service, and what happens there appears in the feed.</p>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 md:grid-cols-4">
        {sources.map((one) => (
          <li key={one.provider}>
            <button
              type="button"
              aria-pressed={one.provider === source?.provider}
              onClick={() => setSource(one)}
              className="flex w-full items-center gap-2 rounded-lg border border-line px-2.5 py-2 text-left hover:bg-hover aria-pressed:border-accent aria-pressed:bg-hover"
            >
              <SourceMark label={one.label} />
              <span className="min-w-0 truncate">{one.label}</span>
            </button>
          </li>
        ))}
      </ul>
      {source !== null && (
        <SourceForm key={source.provider} team={team} origin={origin} source={source} onMade={setMade} />
      )}
    </section>
  );
}

/** A source's first letter on a tint of its own. */
function SourceMark({ label }: { label: string }) {
  const tints = ["bg-accent/15 text-accent", "bg-live/15 text-live", "bg-amber/15 text-amber", "bg-red/15 text-red"];
  const tint = tints[[...label].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % tints.length];
  return (
    <span
      aria-hidden
      className={`grid size-6 shrink-0 place-items-center rounded-md font-semibold text-[12px] ${tint}`}
    >
      {label.charAt(0)}
    </span>
  );
}

interface SourceFormProps {
  team: string;
  origin: string;
  source: SourceChoice;
  onMade: (integration: NewIntegration) => void;
}

function SourceForm({ team, origin, source, onMade }: SourceFormProps) {
  const router = useRouter();
  const { fault, isPending, run } = useCall();
  const errorOf = (field: string) => fault?.issues.find(({ path }) => path[0] === field)?.message;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const secret = String(form.get("secret") ?? "").trim();
    const body = {
      provider: source.provider,
      name: String(form.get("name")).trim(),
      ...(secret === "" ? {} : { secret }),
    };
    const integration = await run(callApi("POST", `/api/teams/${team}/integrations`, body, newIntegrationAnswer));
    if (integration === null) return;
    onMade(integration);
    router.refresh();
  };
  return (
    <form onSubmit={submit} className="mt-4 grid animate-appear gap-3 border-line border-t pt-4">
      <SenderReach origin={origin} sender={source.label} />
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label="Name"
          name="name"
          defaultValue={source.label}
          autoComplete="off"
          required
          error={errorOf("name")}
          className="min-w-0 flex-1 basis-48"
        />
        {source.secretFrom === "sender" && (
          <Field
            label={`${source.secretName} (from ${source.label})`}
            name="secret"
            autoComplete="off"
            required
            error={errorOf("secret")}
            className="min-w-0 flex-1 basis-64"
          />
        )}
        <Button type="submit" look="primary" className="h-9 px-3.5" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Add {source.label}
        </Button>
      </div>
      <Notice>{(fault?.issues.length ?? 0) > 0 ? null : fault?.message}</Notice>
    </form>
  );
}
