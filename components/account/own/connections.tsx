"use client";
import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { emptyAnswer } from "../../settings/answers";
import { Row, RowList } from "../../settings/row-list";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { callApi } from "../call-api";

/** A way to sign in elsewhere, and whether it signs this person in. */
export interface Connection {
  provider: string;
  name: string;
  isConnected: boolean;
}

/** The accounts elsewhere that sign in here, each to connect or disconnect. */
export function Connections({ connections }: { connections: Connection[] }) {
  return (
    <RowList
      label="Connected accounts"
      empty="This server offers no other ways to sign in."
      rows={connections.map((connection) => <ConnectionItem key={connection.provider} connection={connection} />)}
    />
  );
}

function ConnectionItem({ connection: { provider, name, isConnected } }: { connection: Connection }) {
  const router = useRouter();
  const disconnect = async () => {
    const { fault } = await callApi("DELETE", `/api/account/connections/${provider}`, undefined, emptyAnswer);
    if (fault !== null && fault.status !== 404) return fault.message;
    router.refresh();
    return null;
  };
  return (
    <Row
      name={<bdi>{name}</bdi>}
      facts={isConnected ? "Connected" : "Not connected"}
      action={
        isConnected ? (
          <Confirm
            trigger={
              <Button look="danger" className="needs-script">
                Disconnect<span className="sr-only"> {name}</span>
              </Button>
            }
            title={`Disconnect ${name}?`}
            action="Disconnect"
            onConfirm={disconnect}
          >
            That account signs you in no longer, until you connect it again.
          </Confirm>
        ) : (
          <Button className="needs-script" onClick={() => void signIn(provider, { callbackUrl: "/account" })}>
            Connect<span className="sr-only"> {name}</span>
          </Button>
        )
      }
    />
  );
}
