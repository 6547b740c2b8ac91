import { healthCall } from "@/handlers/service/health";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(healthCall);
