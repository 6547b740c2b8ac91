"use client";
import { useRouter } from "next/navigation";
import { callApi } from "../../account/call-api";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { emptyAnswer } from "../answers";
import { Moment } from "../moment";
import { Row, RowList } from "../row-list";
import { ROLE_NAMES, type Role } from "./role";

/** An open invitation as the list shows it; times are ISO 8601. */
export interface InvitationRow {
  id: string;
  role: Role;
  /** Whom it is for; null for whoever has the link. */
  email: string | null;
  /** Null for a key. */
  invitedBy: string | null;
  createdAt: string;
  expiresAt: string;
}

/** Invitations that nobody has accepted yet, each with a button that revokes it. */
export function InvitationList({ team, invitations }: { team: string; invitations: InvitationRow[] }) {
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="mt-7">
      <h2 id="invitations" className="mb-2 font-semibold">
        Open invitations
      </h2>
      <RowList
        label="Invitations"
        rows={invitations.map((invitation) => (
          <InvitationItem key={invitation.id} team={team} invitation={invitation} />
        ))}
        empty={null}
      />
    </section>
  );
}

function InvitationItem({ team, invitation }: { team: string; invitation: InvitationRow }) {
  const router = useRouter();
  const { id, email, role, invitedBy, createdAt, expiresAt } = invitation;
  const revoke = async () => {
    const { fault } = await callApi("DELETE", `/api/teams/${team}/invitations/${id}`, undefined, emptyAnswer);
    if (fault !== null && fault.status !== 404) return fault.message;
    router.refresh();
    return null;
  };
  return (
    <Row
      name={<bdi>{email ?? "Whoever has the link"}</bdi>}
      facts={
        <>
          <span>{ROLE_NAMES[role]}</span>
          <span>
            By <bdi>{invitedBy ?? "a key"}</bdi>, <Moment at={createdAt} />
          </span>
          <span>
            Ends <Moment at={expiresAt} />
          </span>
        </>
      }
      action={
        <Confirm
          trigger={
            <Button look="danger" className="needs-script">
              Revoke<span className="sr-only"> the invitation of {email ?? "whoever has the link"}</span>
            </Button>
          }
          title="Revoke this invitation?"
          action="Revoke invitation"
          onConfirm={revoke}
        >
          Its link leads nowhere any more. You can make another one.
        </Confirm>
      }
    />
  );
}
