"use client";
import { useRouter } from "next/navigation";
import { z } from "zod";
import { type GenericConfig, genericConfigSchema } from "@/activity/generic/generic-config";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { MappingEditor } from "./mapping-editor";
import { NewestPayload } from "./newest-payload";
import { TimeMachine } from "./time-machine";
import { useDraft } from "./use-draft";

const savedAnswer = z.object({ config: genericConfigSchema });

interface OwnMappingProps {
  /** Of the integration, in the API. */
  path: string;
  label: string;
  config: GenericConfig;
  /** The newest line of the log that was kept; null when there is none. */
  newest: string | null;
  onCorrected: () => void;
}

/** The mapping of a team's own source: changed, tried on what came, and saved, for what comes or for what came too. */
export function OwnMapping({ path, label, config, newest, onCorrected }: OwnMappingProps) {
  const router = useRouter();
  const draft = useDraft(config);
  const { fault, isPending, run } = useCall();
  const save = async (): Promise<boolean> => {
    if (draft.config === null) return false;
    const saved = await run(callApi("PUT", path, { config: draft.config }, savedAnswer));
    if (saved === null) return false;
    draft.settle(saved.config);
    router.refresh();
    return true;
  };
  return (
    <div className="needs-script grid gap-5">
      <div>
        <MappingEditor draft={draft} issues={fault?.issues ?? []} />
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button
            look="primary"
            className="h-8 px-3"
            disabled={isPending || !draft.isChanged || draft.fault !== null}
            onClick={() => void save()}
          >
            {isPending ? <Spinner /> : null}
            Save for what comes next
          </Button>
          <p role="status" className="text-[13px] text-soft">
            {draft.isChanged ? "Not saved yet. Compare it with what came below." : "Saved."}
          </p>
        </div>
        <Notice className="mt-3">{fault?.message}</Notice>
      </div>
      <NewestPayload path={path} id={newest} />
      <TimeMachine
        path={path}
        label={label}
        draft={draft.isChanged && draft.fault === null ? { config: draft.config, save } : null}
        onCorrected={onCorrected}
      />
    </div>
  );
}
