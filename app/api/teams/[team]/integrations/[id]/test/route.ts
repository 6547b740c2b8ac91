import { web } from "@/handlers/web";
import { testIntegrationCall } from "@/handlers/webhooks/test-integration";

export const POST = web(testIntegrationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
