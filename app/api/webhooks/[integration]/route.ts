import { web } from "@/handlers/web";
import { confirmWebhookCall } from "@/handlers/webhooks/confirm-webhook";
import { receiveWebhookCall } from "@/handlers/webhooks/receive-webhook";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const OPTIONS = web(confirmWebhookCall);
export const POST = web(receiveWebhookCall);
