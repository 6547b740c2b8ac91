"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { callApi } from "../account/call-api";
import { useCall } from "../account/use-call";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { newIntegrationAnswer } from "./answers";
import { handOnSecret } from "./set-up/fresh-secret";

/** A source that may be chosen. */
export interface SourceChoice {
  provider: string;
  /** Which of the ready-made settings, for a sender that is told by some; else null. */
  preset: string | null;
  /** What people call it. */
  label: string;
  logo: ReactNode;
}

interface AddIntegrationProps {
  team: string;
  sources: readonly SourceChoice[];
  /** Senders that are known by ready-made settings. */
  presets: readonly SourceChoice[];
}

/** Connects a service: which one, and what to call it. Its own page then says what to enter there. */
export function AddIntegration({ team, sources, presets }: AddIntegrationProps) {
  const [source, setSource] = useState<SourceChoice | null>(null);
  const [areAllShown, setAllShown] = useState(false);
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
        {[...sources, ...(areAllShown ? presets : [])].map((one) => (
          <li key={one.preset ?? one.provider}>
            <button
              type="button"
              aria-pressed={one.label === source?.label}
              onClick={() => setSource(one)}
              className="flex w-full items-center gap-2 rounded-lg border border-line px-2.5 py-2 text-left hover:bg-hover aria-pressed:border-accent aria-pressed:bg-hover"
            >
              {one.logo}
              <span className="min-w-0 truncate">{one.label}</span>
            </button>
          </li>
        ))}
      </ul>
      {!areAllShown && (
        <Button className="mt-2.5" onClick={() => setAllShown(true)}>
          {presets.length} more services
        </Button>
      )}
      {source !== null && <SourceForm key={source.label} team={team} source={source} />}
    </section>
  );
}

interface SourceFormProps {
  team: string;
  source: SourceChoice;
}

function SourceForm({ team, source }: SourceFormProps) {
  const router = useRouter();
  const { fault, isPending, run, setPending } = useCall();
  const errorOf = (field: string) => fault?.issues.find(({ path }) => path[0] === field)?.message;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    const { provider, preset } = source;
    const body = { provider, name, ...(preset === null ? {} : { preset }) };
    const integration = await run(callApi("POST", `/api/teams/${team}/integrations`, body, newIntegrationAnswer));
    if (integration === null) return;
    if (integration.secret !== null) handOnSecret(integration.id, integration.secret);
    setPending(true);
    router.push(`/${team}/settings/integrations/${integration.id}`);
    router.refresh();
  };
  return (
    <form onSubmit={submit} className="mt-4 grid animate-appear gap-3 border-line border-t pt-4">
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
        <Button type="submit" look="primary" className="h-9 px-3.5" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Add {source.label}
        </Button>
      </div>
      <Notice>{(fault?.issues.length ?? 0) > 0 ? null : fault?.message}</Notice>
    </form>
  );
}
