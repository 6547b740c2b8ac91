import { deleteIntegrationCall } from "@/handlers/integrations";
import { web } from "@/handlers/web";

export const DELETE = web(deleteIntegrationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
