import { listSessionsCall, revokeOtherSessionsCall } from "@/handlers/account/sessions";
import { web } from "@/handlers/web";

export const DELETE = web(revokeOtherSessionsCall);
export const GET = web(listSessionsCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
