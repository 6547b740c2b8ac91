import { askResetCall, resetCall } from "@/handlers/account/links";
import { web } from "@/handlers/web";

export const POST = web(askResetCall);
export const PUT = web(resetCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
