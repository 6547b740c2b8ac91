import { revokeSessionCall } from "@/handlers/account/sessions";
import { web } from "@/handlers/web";

export const DELETE = web(revokeSessionCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
