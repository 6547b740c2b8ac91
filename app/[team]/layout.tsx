import type { Metadata } from "next";
import type { ReactNode } from "react";
import { canSendMail } from "@/auth/mail/send-mail";
import { listSignInProviders } from "@/auth/providers/sign-in-providers";
import { mayAct } from "@/auth/team/roles";
import { listTeamsForUser } from "@/auth/team/teams";
import { Shell } from "@/components/shell/shell";
import { ALL_READ } from "@/components/views/all-read";
import { SampleBanner } from "@/components/welcome/sample-banner";
import { findMember, teamTitle } from "./find-member";
import { listMarks, readFrame } from "./read-frame";

/** The visitor's views for the first paint; what is unread in them is asked for later. */
async function readViews(teamId: string, userId: string) {
  const [{ views, seenSeq, mutes }, { bookmarks }] = await Promise.all([
    readFrame(teamId, userId),
    listMarks(teamId, userId),
  ]);
  return { items: views.map((view) => ({ ...view, unread: ALL_READ })), seenSeq, mutes, bookmarks };
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
  const [teams, views] = await Promise.all([listTeamsForUser(user.id), readViews(team.id, user.id)]);
  return (
    <Shell
      team={{ slug: team.slug, name: team.name }}
      teams={teams.map(({ slug: one, name }) => ({ slug: one, name }))}
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
