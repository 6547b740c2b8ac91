import { changeIntegrationCall, deleteIntegrationCall, getIntegrationCall } from "@/handlers/settings/integrations";
import { web } from "@/handlers/web";

export const GET = web(getIntegrationCall);
export const PUT = web(changeIntegrationCall);
export const DELETE = web(deleteIntegrationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
