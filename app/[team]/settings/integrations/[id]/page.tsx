import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { NO_SECRET } from "@/auth/add-integration";
import { IntegrationView } from "@/components/settings/set-up/integration-view";
import { BackLink, SettingsFrame } from "@/components/settings/settings-page";
import { SourceLogo } from "@/components/settings/source-logo";
import { getDatabase } from "@/db/client";
import { MOST_REFUSALS_AN_HOUR } from "@/db/queries/deliveries/log-refusal";
import { getTeamIntegration } from "@/db/queries/integrations/get-integration";
import { env } from "@/env";
import { readDeliveryPage } from "@/handlers/webhooks/read-delivery-page";
import { MOST_WAITING } from "@/ingest/fair-gate";
import { sourceOf } from "@/ingest/integrations";
import { GENERIC_PROVIDER } from "@/ingest/integrations/generic";
import { brandOf, configOf } from "@/ingest/integrations/generic/configured-source";
import { SECRET_PLACE, sampleCall } from "@/ingest/integrations/sample-call";
import { ownOrigin } from "../../../../own-origin";
import { requireMember } from "../../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Integration" };

const FIRST_LINES = 50;

/** One integration: how it is set up, and the log of what came. */
export default async function IntegrationPage({ params }: { params: Promise<{ team: string; id: string }> }) {
  const { team: slug, id } = await params;
  const { team } = await requireMember(slug, `/${slug}/settings/integrations/${id}`, { isForMembers: true });
  const { db } = await getDatabase();
  const integration = z.uuid().safeParse(id).success ? await getTeamIntegration(db, team.id, id) : null;
  const source = integration === null ? null : sourceOf(integration);
  if (integration === null || source === null) notFound();
  const first = await readDeliveryPage(db, integration, { cursor: null, limit: FIRST_LINES });
  const { label, setup } = source;
  const url = `${await ownOrigin()}/api/webhooks/${integration.id}`;
  const call = sampleCall(source, url, randomUUID(), new Date());
  return (
    <SettingsFrame isWide>
      <BackLink href={`/${team.slug}/settings/integrations`}>Integrations</BackLink>
      <IntegrationView
        team={team.slug}
        integration={{
          id: integration.id,
          name: integration.name,
          label,
          setup: { ...setup, menu: [...setup.menu] },
          url,
          hasSecret: integration.secret !== NO_SECRET,
          call: call === null ? null : { text: call, secretPlace: SECRET_PLACE },
          config: source.provider === GENERIC_PROVIDER ? configOf(integration.config) : null,
          limits: {
            maxBytes: source.maxBytes,
            mostWaiting: MOST_WAITING,
            refusalsAnHour: MOST_REFUSALS_AN_HOUR,
            logDays: env.DELIVERY_RETENTION_DAYS,
          },
        }}
        logo={<SourceLogo provider={brandOf(integration)} size="large" />}
        first={first}
      />
    </SettingsFrame>
  );
}
