import { CodeBlock } from "../ui/code-block";
import type { NewIntegration } from "./answers";

const strong = "font-medium text-ink";

/** What to enter where at the sender for a webhook that was just made. The secret is shown this once. */
export function SourceSteps({ integration }: { integration: NewIntegration }) {
  const { label, setup } = integration;
  return (
    <ol className="grid list-decimal gap-3 pl-4 text-soft marker:text-faint">
      <li>
        In {label}, go to <b className={strong}>{setup.menu.join(" › ")}</b>.{" "}
        <a href={setup.docsUrl} target="_blank" rel="noreferrer" className="text-accent hover:underline">
          Its own guide
        </a>
      </li>
      <li>
        Paste this address as the URL to send to
        <div className="mt-1.5">
          <CodeBlock text={integration.url} label="payload URL" />
        </div>
      </li>
      {setup.secretFrom === "us" && (
        <li>
          Paste this as <b className={strong}>{setup.secretName}</b>. It is shown only now.
          <div className="mt-1.5">
            <CodeBlock text={integration.secret} label="secret" />
          </div>
        </li>
      )}
      {setup.hint !== undefined && <li>{setup.hint}</li>}
      <li>Save. What it sends first appears in the feed at once.</li>
    </ol>
  );
}
