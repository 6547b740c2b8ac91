import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeliveryLog } from "@/components/settings/deliveries/delivery-log";
import { RotateSecret } from "@/components/settings/deliveries/rotate-secret";
import { SettingsPage } from "@/components/settings/settings-page";
import { CodeBlock } from "@/components/ui/code-block";
import { getDatabase } from "@/db/client";
import { getTeamIntegration } from "@/db/queries/integrations/get-integration";
import { readDeliveryPage } from "@/handlers/webhooks/read-delivery-page";
import { getIntegrationSource } from "@/ingest/integrations";
import { ownOrigin } from "../../../../own-origin";
import { requireMember } from "../../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Integration" };

const FIRST_LINES = 50;

/** One integration: where to send to, its secret, and the log of what came. */
export default async function IntegrationPage({ params }: { params: Promise<{ team: string; id: string }> }) {
  const { team: slug, id } = await params;
  const { team } = await requireMember(slug, `/${slug}/settings/integrations/${id}`);
  const { db } = await getDatabase();
  const integration = z.uuid().safeParse(id).success ? await getTeamIntegration(db, team.id, id) : null;
  const source = integration === null ? null : getIntegrationSource(integration.provider);
  if (integration === null || source === null) notFound();
  const first = await readDeliveryPage(db, integration, { cursor: null, limit: FIRST_LINES });
  const shown = { id: integration.id, label: source.label };
  return (
    <SettingsPage title={integration.name} lead={`Deliveries of ${source.label}`}>
      <DeliveryLog team={team.slug} integration={shown} first={first} />
      <section aria-label="Set-up" className="mt-8 border-line border-t pt-5">
        <h2 className="mb-1 font-semibold">Set-up</h2>
        <p className="mb-3 text-soft">
          In {source.label}: <b className="font-medium text-ink">{source.setup.menu.join(" › ")}</b>.{" "}
          {source.setup.hint}{" "}
          <a href={source.setup.docsUrl} rel="noreferrer" target="_blank" className="text-accent hover:underline">
            How {source.label} says it
          </a>
        </p>
        <div className="mb-4">
          <CodeBlock text={`${await ownOrigin()}/api/webhooks/${integration.id}`} label="payload URL" />
        </div>
        <RotateSecret team={team.slug} integration={shown} secretFrom={source.setup.secretFrom} />
      </section>
    </SettingsPage>
  );
}
