"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "../../account/call-api";
import { Avatar } from "../../ui/avatar";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { Notice } from "../../ui/notice";
import { SELECT } from "../../ui/select-field";
import { emptyAnswer } from "../answers";
import { Moment } from "../moment";
import { Row, RowList } from "../row-list";
import { useRemoval } from "../use-removal";
import { type MadeResetLink, ResetLink, ShownResetLink } from "./reset-link";
import { ROLE_NAMES, type Role } from "./role";

/** A member as the list shows it; the time is ISO 8601. */
export interface MemberRow {
  id: string;
  name: string;
  /** Null for who may not see addresses. */
  email: string | null;
  role: Role;
  joinedAt: string;
  isSelf: boolean;
  /** The roles the visitor may give this member; empty when none. */
  givable: readonly Role[];
  /** Whether the visitor may make a reset link for the member, as far as this team is concerned. */
  canReset: boolean;
  /** Whether the visitor may take the member out of the team. */
  canRemove: boolean;
}

/** Everybody in a team, with what the visitor may change about them. */
export function MemberList({ team, members }: { team: { slug: string; name: string }; members: MemberRow[] }) {
  const [made, setMade] = useState<MadeResetLink | null>(null);
  return (
    <>
      {made === null ? null : <ShownResetLink key={made.url} made={made} onClose={() => setMade(null)} />}
      <RowList
        label="Members"
        rows={members.map((member) => <MemberItem key={member.id} team={team} member={member} onReset={setMade} />)}
        empty="Nobody is in this team."
      />
    </>
  );
}

interface ItemProps {
  team: { slug: string; name: string };
  member: MemberRow;
  onReset: (link: MadeResetLink) => void;
}

function MemberItem({ team, member, onReset }: ItemProps) {
  const path = `/api/teams/${team.slug}/members/${member.id}`;
  const { isGone, fault, remove } = useRemoval(
    path,
    <>
      <bdi>{member.name}</bdi> removed from the team
    </>,
  );
  if (isGone) return null;
  return (
    <Row
      mark={<Avatar name={member.name} url={null} />}
      name={
        <>
          <bdi>{member.name}</bdi>
          {member.isSelf ? <span className="font-normal text-faint"> (you)</span> : null}
        </>
      }
      facts={
        <>
          {member.email === null ? null : <bdi className="min-w-0 break-all">{member.email}</bdi>}
          <span>
            Joined <Moment at={member.joinedAt} />
          </span>
        </>
      }
      fault={fault}
      action={
        <>
          <RoleChoice path={path} member={member} />
          {member.canReset ? <ResetLink path={path} name={member.name} onMade={onReset} /> : null}
          {member.canRemove ? <Removal path={path} team={team} member={member} onRemove={remove} /> : null}
        </>
      }
    />
  );
}

/** The member's role; a choice for who may give another. It changes at once, and back when the server refuses. */
function RoleChoice({ path, member }: { path: string; member: MemberRow }) {
  const router = useRouter();
  const [asked, setAsked] = useState<Role | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  if (member.givable.length === 0) return <span className="text-soft">{ROLE_NAMES[member.role]}</span>;
  const give = async (role: Role) => {
    setAsked(role);
    setFault(null);
    const outcome = await callApi("PUT", path, { role }, z.object({}));
    setFault(outcome.fault?.message ?? null);
    if (outcome.fault !== null) setAsked(null);
    router.refresh();
  };
  return (
    <div className="flex max-w-44 flex-col items-end gap-1">
      <select
        aria-label={`Role of ${member.name}`}
        className={`needs-script ${SELECT}`}
        value={asked ?? member.role}
        onChange={(event) => {
          const role = member.givable.find((one) => one === event.target.value);
          if (role !== undefined) void give(role);
        }}
      >
        {member.givable.map((role) => (
          <option key={role} value={role}>
            {ROLE_NAMES[role]}
          </option>
        ))}
      </select>
      <Notice>{fault}</Notice>
    </div>
  );
}

interface RemovalProps {
  path: string;
  team: { name: string };
  member: MemberRow;
  onRemove: () => null;
}

/** Takes a member out, which can be undone; who leaves, leaves for good. */
function Removal({ path, team, member: { isSelf, name }, onRemove }: RemovalProps) {
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
          <span className="sr-only"> {isSelf ? team.name : name}</span>
        </Button>
      }
      title={isSelf ? "Leave this team?" : "Remove this member?"}
      action={isSelf ? "Leave team" : "Remove member"}
      onConfirm={isSelf ? leave : onRemove}
    >
      {isSelf ? (
        <>
          You will not see “<bdi>{team.name}</bdi>” any more until somebody invites you again.
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
