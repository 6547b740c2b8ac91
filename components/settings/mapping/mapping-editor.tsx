"use client";
import { useState } from "react";
import type { Issue } from "@/activity/errors";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { fieldOf, MAPPING_FIELDS, withField } from "./mapping-fields";
import type { Draft } from "./use-draft";

interface MappingEditorProps {
  draft: Draft;
  /** What the server said of it, with paths that begin at `config`. */
  issues: readonly Issue[];
}

/** What payloads mean, in templates: the common ones as fields, all of it as JSON. */
export function MappingEditor({ draft, issues }: MappingEditorProps) {
  const [isJson, setJson] = useState(false);
  const { config } = draft;
  return (
    <div className="rounded-xl border border-line bg-panel p-4 sm:p-[18px]">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold">What its payloads mean</h2>
        <Button aria-pressed={isJson} disabled={isJson && config === null} onClick={() => setJson(!isJson)}>
          {isJson ? "As fields" : "All settings as JSON"}
        </Button>
      </div>
      <p className="mb-3 text-[13px] text-soft">
        <code className="font-mono text-ink">{"{a.b[0].c}"}</code> is a value of the payload,{" "}
        <code className="font-mono text-ink">{'{a|b|"else"}'}</code> the first that is there,{" "}
        <code className="font-mono text-ink">[in brackets]</code> what is left out when a value in it is missing,{" "}
        <code className="font-mono text-ink">{"{header:x-event}"}</code> a header. What is empty is guessed.
      </p>
      {isJson || config === null ? (
        <JsonEditor draft={draft} />
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          {MAPPING_FIELDS.map((field) => (
            <Field
              key={field.label}
              label={field.label}
              value={fieldOf(config, field)}
              placeholder={field.placeholder}
              spellCheck={false}
              autoComplete="off"
              dir="ltr"
              onChange={(event) => draft.setConfig(withField(config, field, event.target.value))}
              error={errorOf(draft, issues, ["event", ...field.path].join("."))}
              className={`[&_input]:font-mono [&_input]:text-[13px] ${field.isWide ? "sm:col-span-2" : ""}`}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** What is wrong with the setting at a path, by the server's word or, sooner, by ours. */
function errorOf({ fault }: Draft, issues: readonly Issue[], path: string): string | undefined {
  const said = issues.find((issue) => issue.path.slice(1).join(".") === path);
  if (said !== undefined) return said.message;
  return fault?.startsWith(`${path}: `) ? fault.slice(path.length + 2) : undefined;
}

function JsonEditor({ draft: { text, fault, setText } }: { draft: Draft }) {
  return (
    <>
      <textarea
        aria-label="Settings as JSON"
        aria-invalid={fault === null ? undefined : true}
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={Math.min(28, text.split("\n").length + 1)}
        spellCheck={false}
        dir="ltr"
        className="block w-full rounded-[9px] border border-line bg-hover p-3 font-mono text-[12.5px] leading-[1.6] aria-invalid:border-red"
      />
      {fault !== null && <p className="mt-1.5 break-words text-[12.5px] text-red">{fault}</p>}
    </>
  );
}
