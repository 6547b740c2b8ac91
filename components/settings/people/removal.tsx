"use client";
import { callApi } from "../../account/call-api";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { emptyAnswer } from "../answers";

interface RemovalProps {
  /** Of the member, in the API. */
  path: string;
  /** The team's name. */
  team: string;
  member: { name: string; isSelf: boolean };
  onRemove: () => null;
}

/** Takes a member out, which can be undone; who leaves, leaves for good. */
export function Removal({ path, team, member: { isSelf, name }, onRemove }: RemovalProps) {
  const leave = async () => {
    const { fault } = await callApi("DELETE", path, undefined, emptyAnswer);
    if (fault !== null && fault.status !== 404) return fault.message;
    location.assign("/");
    return null;
  };
  return (
    <Confirm
      trigger={
        <Button look="danger" className="needs-script">
          {isSelf ? "Leave" : "Remove"}
          <span className="sr-only"> {isSelf ? team : name}</span>
        </Button>
      }
      title={isSelf ? "Leave this team?" : "Remove this member?"}
      action={isSelf ? "Leave team" : "Remove member"}
      onConfirm={isSelf ? leave : onRemove}
    >
      {isSelf ? (
        <>
          You will not see “<bdi>{team}</bdi>” any more until somebody invites you again.
        </>
      ) : (
        <>
          “<bdi>{name}</bdi>” is out within a second, on every open page. Invitations they made end; keys they made
          stay.
        </>
      )}
    </Confirm>
  );
}
