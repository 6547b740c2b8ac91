import { createIntegrationCall, listIntegrationsCall } from "@/handlers/settings/integrations";
import { web } from "@/handlers/web";

export const GET = web(listIntegrationsCall);
export const POST = web(createIntegrationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
