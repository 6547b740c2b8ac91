import type { ReactNode } from "react";
import { canSendMail } from "@/auth/mail/send-mail";
import { listSignInProviders } from "@/auth/providers/sign-in-providers";
import { getSessionUser } from "@/auth/session/session";
import { mayAct } from "@/auth/team/roles";
import { getMembershipForUser, listTeamsForUser } from "@/auth/team/teams";
import { Shell } from "@/components/shell/shell";
import { ALL_READ } from "@/components/views/views-answer";
import { SampleBanner } from "@/components/welcome/sample-banner";
import { getDatabase } from "@/db/client";
import { listViews } from "@/db/queries/views/list-views";
import { getFeedMark } from "@/db/queries/views/read-marks";
import { readMutes } from "./read-mutes";

/** The visitor's views for the first paint; what is unread in them is asked for later. */
async function readViews(teamId: string, userId: string) {
  const { db } = await getDatabase();
  const items = await listViews(db, teamId, userId);
  return {
    items: items.map((view) => ({ ...view, unread: ALL_READ })),
    seenSeq: await getFeedMark(db, teamId, userId),
    mutes: await readMutes(teamId, userId),
  };
}

interface LayoutProps {
  params: Promise<{ team: string }>;
  children: ReactNode;
}

/** The frame around a team's pages. It guards nothing: it does not know the whole address to come back to, each page does. */
export default async function TeamLayout({ params, children }: LayoutProps) {
  const { team: slug } = await params;
  const user = await getSessionUser();
  const membership = user === null ? null : await getMembershipForUser(slug, user.id);
  if (user === null || membership === null) return children;
  const { team, role } = membership;
  const teams = await listTeamsForUser(user.id);
  return (
    <Shell
      team={{ slug: team.slug, name: team.name }}
      teams={teams.map(({ slug: one, name }) => ({ slug: one, name }))}
      isViewer={!mayAct(role, "capture")}
      isAdmin={mayAct(role, "admin")}
      views={await readViews(team.id, user.id)}
      user={{ id: user.id, name: user.name, email: user.email }}
      hasOtherWays={listSignInProviders().length > 0 || canSendMail()}
    >
      {team.isSample && <SampleBanner team={{ slug: team.slug, name: team.name }} canDelete={mayAct(role, "admin")} />}
      {children}
    </Shell>
  );
}
