import { web } from "@/handlers/web";
import { receiveWebhookCall } from "@/handlers/webhooks/receive-webhook";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const POST = web(receiveWebhookCall);
