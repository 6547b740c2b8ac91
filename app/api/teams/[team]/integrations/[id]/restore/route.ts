import { restoreIntegrationCall } from "@/handlers/settings/integrations";
import { web } from "@/handlers/web";

export const POST = web(restoreIntegrationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
