import type { Metadata } from "next";
import { canSendMail } from "@/auth/mail/send-mail";
import { givableRoles, mayAct } from "@/auth/team/roles";
import { InvitationList } from "@/components/settings/people/invitation-list";
import { InviteForm } from "@/components/settings/people/invite-form";
import { MemberList } from "@/components/settings/people/member-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { getDatabase } from "@/db/client";
import { listInvitations } from "@/db/queries/invitations/list-invitations";
import { listMembers } from "@/db/queries/members/list-members";
import { requireMember } from "../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Members" };

/** Who is in a team, and who is invited. */
export default async function MembersPage({ params }: { params: Promise<{ team: string }> }) {
  const { team: slug } = await params;
  const { user, team, role } = await requireMember(slug, `/${slug}/settings/members`);
  const { db } = await getDatabase();
  const members = await listMembers(db, team.id);
  const givable = givableRoles(role);
  const isAdmin = mayAct(role, "admin");
  const invitations = isAdmin ? await listInvitations(db, team.id) : [];
  const seesAddresses = mayAct(role, "capture");
  const owners = members.filter((member) => member.role === "owner").length;
  return (
    <SettingsPage title="Members" lead="Everybody here sees the team’s feed.">
      {isAdmin ? <InviteForm team={team.slug} roles={givable} isMailed={canSendMail()} /> : null}
      <MemberList
        team={{ slug: team.slug, name: team.name }}
        members={members.map((member) => {
          const isSelf = member.id === user.id;
          const isLastOwner = member.role === "owner" && owners === 1;
          const isInReach = givable.includes(member.role);
          return {
            ...member,
            email: seesAddresses ? member.email : null,
            joinedAt: member.joinedAt.toISOString(),
            isSelf,
            givable: isInReach && !isSelf && !isLastOwner ? givable : [],
            canReset: isAdmin && isInReach && !isSelf,
            canRemove: !isLastOwner && (isSelf || isInReach),
          };
        })}
      />
      <InvitationList
        team={team.slug}
        invitations={invitations.map(({ createdAt, expiresAt, mailedAt, ...invitation }) => ({
          ...invitation,
          createdAt: createdAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          mailedAt: mailedAt?.toISOString() ?? null,
        }))}
      />
    </SettingsPage>
  );
}
