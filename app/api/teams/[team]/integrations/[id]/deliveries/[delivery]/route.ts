import { web } from "@/handlers/web";
import { getDeliveryCall } from "@/handlers/webhooks/deliveries";

export const GET = web(getDeliveryCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
