import { disconnectCall } from "@/handlers/account/connections";
import { web } from "@/handlers/web";

export const DELETE = web(disconnectCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
