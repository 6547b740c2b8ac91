import { createLinkCall, listLinksCall } from "@/handlers/settings/links";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listLinksCall);
export const POST = web(createLinkCall);
