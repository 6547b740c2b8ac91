import type { Metadata } from "next";
import type { ReactNode } from "react";
import { canSendMail } from "@/auth/mail/send-mail";
import { listSignInProviders } from "@/auth/providers/sign-in-providers";
import { mayAct } from "@/auth/team/roles";
import { Shell } from "@/components/shell/shell";
import { ALL_READ } from "@/components/views/all-read";
import { SampleBanner } from "@/components/welcome/sample-banner";
import { findMember, teamTitle } from "./find-member";
import { listMarks, readFrame } from "./read-frame";

/** What the frame shows of the visitor's own; what is unread in their views is asked for later. */
async function readOwn(teamId: string, userId: string) {
  const { teams, views, seenSeq, mutes } = await readFrame(teamId, userId);
  const { bookmarks } = await listMarks(teamId, userId);
  return {
    teams: teams.map(({ slug, name }) => ({ slug, name })),
    views: { items: views.map((view) => ({ ...view, unread: ALL_READ })), seenSeq, mutes, bookmarks },
  };
}

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  return await teamTitle((await params).team);
}

interface LayoutProps {
  params: Promise<{ team: string }>;
  children: ReactNode;
}

/** The frame around a team's pages. It guards nothing: it does not know the whole address to come back to, each page does. */
export default async function TeamLayout({ params, children }: LayoutProps) {
  const { team: slug } = await params;
  const member = await findMember(slug);
  if (member === null) return children;
  const { user, team, role } = member;
  const { teams, views } = await readOwn(team.id, user.id);
  return (
    <Shell
      team={{ slug: team.slug, name: team.name }}
      teams={teams}
      isViewer={!mayAct(role, "capture")}
      isAdmin={mayAct(role, "admin")}
      views={views}
      user={{ id: user.id, name: user.name, email: user.email }}
      hasOtherWays={listSignInProviders().length > 0 || canSendMail()}
    >
      {team.isSample && <SampleBanner team={{ slug: team.slug, name: team.name }} canDelete={mayAct(role, "admin")} />}
      {children}
    </Shell>
  );
}
