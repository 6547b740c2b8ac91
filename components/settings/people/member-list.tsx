"use client";
import { useState } from "react";
import { Avatar } from "../../ui/avatar";
import { Moment } from "../moment";
import { Row, RowList } from "../row-list";
import { useRemoval } from "../use-removal";
import { Removal } from "./removal";
import { type MadeResetLink, ResetLink, ShownResetLink } from "./reset-link";
import type { Role } from "./role";
import { RoleChoice } from "./role-choice";

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
  const { name, role, givable } = member;
  const path = `/api/teams/${team.slug}/members/${member.id}`;
  const [roleFault, setRoleFault] = useState<string | null>(null);
  const { isGone, fault, remove } = useRemoval(
    path,
    <>
      <bdi>{member.name}</bdi> removed from the team
    </>,
  );
  if (isGone) return null;
  return (
    <Row
      mark={<Avatar name={name} url={null} size="large" />}
      name={
        <>
          <bdi>{member.name}</bdi>
          {member.isSelf ? <span className="font-normal text-faint"> (you)</span> : null}
        </>
      }
      facts={
        <>
          {member.email === null ? null : <bdi className="min-w-0 wrap-anywhere">{member.email}</bdi>}
          <span>
            Joined <Moment at={member.joinedAt} />
          </span>
        </>
      }
      stacks
      fault={roleFault ?? fault}
      action={
        <>
          <RoleChoice path={path} name={name} role={role} givable={givable} onFault={setRoleFault} />
          {member.canReset ? <ResetLink path={path} name={member.name} onMade={onReset} /> : null}
          {member.canRemove ? <Removal path={path} team={team.name} member={member} onRemove={remove} /> : null}
        </>
      }
    />
  );
}
