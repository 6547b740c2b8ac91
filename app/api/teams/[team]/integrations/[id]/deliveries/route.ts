import { web } from "@/handlers/web";
import { listDeliveriesCall } from "@/handlers/webhooks/deliveries";

export const GET = web(listDeliveriesCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
