import { createViewCall, listViewsCall } from "@/handlers/views/views";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listViewsCall);
export const POST = web(createViewCall);
