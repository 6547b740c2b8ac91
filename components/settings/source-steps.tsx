import type { ReactNode } from "react";
import { CodeBlock } from "../ui/code-block";
import type { SourceSetup } from "./answers";

const strong = "font-medium text-ink";

interface SourceStepsProps {
  /** What people call the sender. */
  label: string;
  setup: SourceSetup;
  /** Where it is to send to. */
  url: string;
  /** The secret to paste there, or the place to paste it here. */
  secret: ReactNode;
}

/** What to enter where at the sender, step by step. */
export function SourceSteps({ label, setup, url, secret }: SourceStepsProps) {
  const steps = [
    <p key="menu">
      In {label}, open <b className={strong}>{setup.menu.join(" › ")}</b>.{" "}
      <a href={setup.docsUrl} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
        Its own guide
      </a>
    </p>,
    <div key="url">
      <p className="mb-1.5">Paste this address as the URL to send to.</p>
      <CodeBlock text={url} label="payload URL" />
    </div>,
    ...(setup.secretFrom === "us"
      ? [
          <div key="secret">
            <p className="mb-1.5">
              Enter the <b className={strong}>{setup.secretName}</b> there.
            </p>
            {secret}
          </div>,
          <p key="save">{setup.hint} Then save.</p>,
        ]
      : [
          ...(setup.hint === undefined ? [] : [<p key="hint">{setup.hint}</p>]),
          <div key="secret">
            <p className="mb-1.5">
              Save there, then paste here the <b className={strong}>{setup.secretName}</b> that {label} shows.
            </p>
            {secret}
          </div>,
        ]),
  ];
  return (
    <ol className="grid gap-3.5 text-soft">
      {steps.map((step, index) => (
        <li key={step.key} className="flex gap-3">
          <span
            aria-hidden
            className="-mt-px grid size-[22px] shrink-0 place-items-center rounded-full bg-hover font-medium text-[12px] text-soft tabular-nums"
          >
            {index + 1}
          </span>
          <div className="min-w-0 flex-1">{step}</div>
        </li>
      ))}
    </ol>
  );
}
