import { metricsCall } from "@/handlers/service/metrics";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(metricsCall);
