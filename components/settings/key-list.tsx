"use client";
import { useState } from "react";
import { Button } from "../ui/button";
import { KeyRound } from "../ui/icons";
import type { NewKey } from "./answers";
import { EmptyList } from "./empty-list";
import { Moment } from "./moment";
import { RotateKey } from "./rotate-key";
import { Row, RowList } from "./row-list";
import { ShownKey } from "./shown-key";
import { useRemoval } from "./use-removal";

/** A key as the list shows it; times are ISO 8601. */
export interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
  /** Until when the secret before the current one counts; null when it does not. */
  previousUntil: string | null;
  /** Members end their own keys, owners any. */
  canRevoke: boolean;
  /** The same, but keys with `admin` only by admins. */
  canRotate: boolean;
}

/** A team's keys, each with buttons that rotate and revoke it. A new secret is shown above them, once. */
export function KeyList({ team, origin, keys }: { team: string; origin: string; keys: KeyRow[] }) {
  const [renewed, setRenewed] = useState<NewKey | null>(null);
  return (
    <>
      {renewed === null ? null : (
        <ShownKey key={renewed.key} team={team} origin={origin} made={renewed} onClose={() => setRenewed(null)} />
      )}
      <RowList
        label="Keys"
        rows={keys.map((key) => <KeyItem key={key.id} team={team} apiKey={key} onRotated={setRenewed} />)}
        empty={
          <EmptyList icon={KeyRound} title="No keys yet">
            Create one, and post the first event with it.
          </EmptyList>
        }
      />
    </>
  );
}

function KeyItem({ team, apiKey, onRotated }: { team: string; apiKey: KeyRow; onRotated: (key: NewKey) => void }) {
  const { isGone, fault, remove } = useRemoval(
    `/api/teams/${team}/keys/${apiKey.id}`,
    <>
      Key “<bdi>{apiKey.name}</bdi>” revoked
    </>,
  );
  if (isGone) return null;
  return (
    <Row
      name={<bdi>{apiKey.name}</bdi>}
      facts={
        <>
          <code dir="ltr" className="font-mono text-[12px] text-soft">
            {apiKey.prefix}…
          </code>
          <span>{apiKey.scopes.join(", ")}</span>
          <span>
            Created <Moment at={apiKey.createdAt} />
          </span>
          <span>
            {apiKey.lastUsedAt === null ? (
              "Never used"
            ) : (
              <>
                Last used <Moment at={apiKey.lastUsedAt} isRecent />
              </>
            )}
          </span>
          {apiKey.previousUntil === null ? null : (
            <span>
              Old secret counts until <Moment at={apiKey.previousUntil} />
            </span>
          )}
        </>
      }
      stacks
      fault={fault}
      action={
        <>
          {apiKey.canRotate && <RotateKey team={team} apiKey={apiKey} onRotated={onRotated} />}
          {apiKey.canRevoke && (
            <Button look="danger" className="needs-script" onClick={remove}>
              Revoke<span className="sr-only"> {apiKey.name}</span>
            </Button>
          )}
        </>
      }
    />
  );
}
