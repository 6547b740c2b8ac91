"use client";
import { CodeBlock } from "../ui/code-block";
import { curlSnippet, readSnippet } from "../welcome/snippets";
import type { NewKey } from "./answers";
import { Moment } from "./moment";
import { ShownOnce } from "./shown-once";

interface ShownKeyProps {
  team: string;
  /** Scheme, host and port of this server. */
  origin: string;
  made: NewKey;
  onClose: () => void;
}

/** A key that was just made or rotated, shown this once, with a command that is ready to run. */
export function ShownKey({ team, origin, made, onClose }: ShownKeyProps) {
  const { name, key, scopes, previousUntil } = made;
  const input = { origin, team, key, actorName: "You" };
  const snippet = scopes.includes("read") && !scopes.includes("capture") ? readSnippet(input) : curlSnippet(input);
  return (
    <ShownOnce
      title={
        <>
          Key “<bdi>{name}</bdi>” {previousUntil === undefined ? "is ready" : "has a new secret"}
        </>
      }
      onClose={onClose}
    >
      <p className="mb-2 text-soft">
        Copy it now: it is shown only this once.
        {previousUntil === undefined ? null : previousUntil === null ? (
          " The one before it counts no longer."
        ) : (
          <>
            {" "}
            The one before it counts until <Moment at={previousUntil} />.
          </>
        )}
      </p>
      <CodeBlock text={key} label="key" mark={key} />
      <p className="mt-3 mb-2 text-soft">Try it:</p>
      <CodeBlock text={snippet} label="command" mark={key} />
    </ShownOnce>
  );
}
