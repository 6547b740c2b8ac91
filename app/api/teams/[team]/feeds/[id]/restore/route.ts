import { restoreFeedCall } from "@/handlers/feeds/manage-feeds";
import { web } from "@/handlers/web";

export const POST = web(restoreFeedCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
