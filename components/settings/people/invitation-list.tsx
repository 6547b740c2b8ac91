"use client";
import { Button } from "../../ui/button";
import { Moment } from "../moment";
import { Row, RowList } from "../row-list";
import { useRemoval } from "../use-removal";
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
  /** When its mail went; null when it was not mailed. */
  mailedAt: string | null;
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
  const { id, email, role, invitedBy, createdAt, expiresAt, mailedAt } = invitation;
  const { isGone, fault, remove } = useRemoval(
    `/api/teams/${team}/invitations/${id}`,
    email === null ? (
      "Invitation revoked"
    ) : (
      <>
        Invitation of <bdi className="wrap-anywhere">{email}</bdi> revoked
      </>
    ),
  );
  if (isGone) return null;
  return (
    <Row
      name={<bdi className="wrap-anywhere">{email ?? "Whoever has the link"}</bdi>}
      facts={
        <>
          <span>{ROLE_NAMES[role]}</span>
          <span>
            By <bdi>{invitedBy ?? "a key"}</bdi>, <Moment at={createdAt} />
          </span>
          {mailedAt === null ? null : <span>Mailed</span>}
          <span>
            Ends <Moment at={expiresAt} />
          </span>
        </>
      }
      fault={fault}
      action={
        <Button look="danger" className="needs-script" onClick={remove}>
          Revoke<span className="sr-only"> the invitation of {email ?? "whoever has the link"}</span>
        </Button>
      }
    />
  );
}
