"use client";
import { useRouter } from "next/navigation";
import { callApi } from "../account/call-api";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";
import { emptyAnswer } from "./answers";
import { Moment } from "./moment";
import { Row, RowList } from "./row-list";

/** A key as the list shows it; times are ISO 8601. */
export interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
  /** Members end their own keys, owners any. */
  canRevoke: boolean;
}

/** A team's keys, each with a button that revokes it. */
export function KeyList({ team, keys }: { team: string; keys: KeyRow[] }) {
  return (
    <RowList
      label="Keys"
      rows={keys.map((key) => <KeyItem key={key.id} team={team} apiKey={key} />)}
      empty="No keys yet. Create one, and post the first event with it."
    />
  );
}

function KeyItem({ team, apiKey }: { team: string; apiKey: KeyRow }) {
  const router = useRouter();
  const revoke = async () => {
    const { fault } = await callApi("DELETE", `/api/teams/${team}/keys/${apiKey.id}`, undefined, emptyAnswer);
    if (fault !== null && fault.status !== 404) return fault.message;
    router.refresh();
    return null;
  };
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
        </>
      }
      action={
        apiKey.canRevoke && (
          <Confirm
            trigger={
              <Button look="danger" className="needs-script">
                Revoke<span className="sr-only"> {apiKey.name}</span>
              </Button>
            }
            title="Revoke this key?"
            action="Revoke key"
            onConfirm={revoke}
          >
            Whatever uses “<bdi>{apiKey.name}</bdi>” is refused within a second. A revoked key cannot be brought back.
          </Confirm>
        )
      }
    />
  );
}
