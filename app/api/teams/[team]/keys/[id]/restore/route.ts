import { restoreKeyCall } from "@/handlers/settings/keys";
import { web } from "@/handlers/web";

export const POST = web(restoreKeyCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
