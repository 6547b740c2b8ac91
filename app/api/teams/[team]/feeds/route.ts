import { createFeedCall, listFeedsCall } from "@/handlers/feeds/manage-feeds";
import { web } from "@/handlers/web";

export const GET = web(listFeedsCall);
export const POST = web(createFeedCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
