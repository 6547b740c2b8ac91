import { restoreLinkCall } from "@/handlers/settings/links";
import { web } from "@/handlers/web";

export const POST = web(restoreLinkCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
