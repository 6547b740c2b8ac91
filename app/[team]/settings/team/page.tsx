import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAct } from "@/auth/team/roles";
import { SettingsPage } from "@/components/settings/settings-page";
import { HandOver } from "@/components/settings/team/hand-over";
import { TeamForm, type TeamValues } from "@/components/settings/team/team-form";
import { getDatabase } from "@/db/client";
import { listMembers } from "@/db/queries/members/list-members";
import { getTeamSettings } from "@/db/queries/teams/get-team-settings";
import { requireMember } from "../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Team" };

/** The settings for those who may not change them. */
function TeamFacts({ settings }: { settings: TeamValues }) {
  const facts = { Name: settings.name, Address: settings.slug, "Time zone": settings.timeZone.replaceAll("_", " ") };
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 rounded-xl border border-line bg-panel p-4">
      {Object.entries(facts).map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd className="break-words">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a team is called, and where its days begin. */
export default async function TeamPage({ params }: { params: Promise<{ team: string }> }) {
  const { team: slug } = await params;
  const { user, team, role } = await requireMember(slug, `/${slug}/settings/team`);
  const { db } = await getDatabase();
  const settings = await getTeamSettings(db, team.id);
  if (settings === null) notFound();
  const people = role === "owner" ? (await listMembers(db, team.id)).filter(({ id }) => id !== user.id) : [];
  const zones = [...new Set(["UTC", settings.timeZone, ...Intl.supportedValuesOf("timeZone")])].sort();
  return (
    <SettingsPage title="Team" lead="What the team is called, and where its days begin.">
      {mayAct(role, "admin") ? (
        // A saved address is another page; its fields begin anew.
        <TeamForm key={settings.slug} settings={settings} zones={zones} />
      ) : (
        <TeamFacts settings={settings} />
      )}
      {role === "owner" ? <HandOver team={team.slug} people={people.map(({ id, name }) => ({ id, name }))} /> : null}
    </SettingsPage>
  );
}
