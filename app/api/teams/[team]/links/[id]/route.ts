import { revokeLinkCall } from "@/handlers/settings/links";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const DELETE = web(revokeLinkCall);
