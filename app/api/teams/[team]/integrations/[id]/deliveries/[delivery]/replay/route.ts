import { web } from "@/handlers/web";
import { replayDeliveryCall } from "@/handlers/webhooks/deliveries";

export const POST = web(replayDeliveryCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
