import type { Metadata } from "next";
import { GENERIC_PRESETS } from "@/activity/generic/presets";
import { mayAct } from "@/auth/team/roles";
import { AddIntegration } from "@/components/settings/add-integration";
import { IntegrationList } from "@/components/settings/integration-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { SourceLogo } from "@/components/settings/source-logo";
import { getDatabase } from "@/db/client";
import { listIntegrations } from "@/db/queries/integrations/list-integrations";
import { INTEGRATION_SOURCES, sourceOf } from "@/ingest/integrations";
import { GENERIC_PROVIDER } from "@/ingest/integrations/generic";
import { brandOf } from "@/ingest/integrations/generic/configured-source";
import { ownOrigin } from "../../../own-origin";
import { requireMember } from "../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Integrations" };

/** What sends its events to a team by itself. */
export default async function IntegrationsPage({ params }: { params: Promise<{ team: string }> }) {
  const { team: slug } = await params;
  const { team, role } = await requireMember(slug, `/${slug}/settings/integrations`, { isForMembers: true });
  const { db } = await getDatabase();
  const origin = await ownOrigin();
  const integrations = await listIntegrations(db, team.id);
  return (
    <SettingsPage isWide title="Integrations" lead="Services that send their events here by themselves.">
      <AddIntegration
        team={team.slug}
        sources={INTEGRATION_SOURCES.map(({ provider, label }) => ({
          provider,
          preset: null,
          label: provider === GENERIC_PROVIDER ? "Any other sender" : label,
          logo: <SourceLogo provider={provider} />,
        }))}
        presets={GENERIC_PRESETS.map(({ key, label }) => ({
          provider: GENERIC_PROVIDER,
          preset: key,
          label,
          logo: <SourceLogo provider={key} />,
        }))}
      />
      <IntegrationList
        team={team.slug}
        integrations={integrations.map(({ id, provider, name, config, createdAt }) => ({
          id,
          logo: <SourceLogo provider={brandOf({ provider, config })} size="middle" />,
          label: sourceOf({ provider, config })?.label ?? provider,
          name,
          url: `${origin}/api/webhooks/${id}`,
          createdAt: createdAt.toISOString(),
          canDelete: mayAct(role, "admin"),
        }))}
      />
    </SettingsPage>
  );
}
