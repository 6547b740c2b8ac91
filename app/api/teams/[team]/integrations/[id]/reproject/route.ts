import { web } from "@/handlers/web";
import { reprojectCall } from "@/handlers/webhooks/time-machine";

export const POST = web(reprojectCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
