import { CodeBlock } from "../ui/code-block";
import type { NewIntegration } from "./answers";

/** What to enter where at GitHub for a webhook that was just made. The secret is shown this once. */
export function GithubSteps({ integration }: { integration: NewIntegration }) {
  return (
    <ol className="grid list-decimal gap-3 pl-4 text-soft marker:text-faint">
      <li>
        On GitHub, open the repository or organisation and go to{" "}
        <b className="font-medium text-ink">Settings › Webhooks › Add webhook</b>.
      </li>
      <li>
        Paste the <b className="font-medium text-ink">Payload URL</b>
        <div className="mt-1.5">
          <CodeBlock text={integration.url} label="payload URL" />
        </div>
      </li>
      <li>
        Set the <b className="font-medium text-ink">Content type</b> to{" "}
        <code className="rounded-md bg-hover px-1.5 py-0.5 font-mono text-[12px] text-ink">application/json</code>
      </li>
      <li>
        Paste the <b className="font-medium text-ink">Secret</b>. It is shown only now.
        <div className="mt-1.5">
          <CodeBlock text={integration.secret} label="secret" />
        </div>
      </li>
      <li>
        Choose which events to send and save. GitHub sends a first <i>ping</i> at once, and it appears in the feed.
      </li>
    </ol>
  );
}
