import { receiveWebhookCall } from "@/handlers/receive-webhook";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const POST = web(receiveWebhookCall);
