import { web } from "@/handlers/web";
import { dryRunCall } from "@/handlers/webhooks/time-machine";

export const POST = web(dryRunCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
