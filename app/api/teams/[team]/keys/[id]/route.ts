import { revokeKeyCall } from "@/handlers/settings/keys";
import { web } from "@/handlers/web";

export const DELETE = web(revokeKeyCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
