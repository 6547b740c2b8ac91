import { deleteIntegrationCall } from "@/handlers/settings/integrations";
import { web } from "@/handlers/web";

export const DELETE = web(deleteIntegrationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
