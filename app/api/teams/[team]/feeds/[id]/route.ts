import { changeFeedCall, deleteFeedCall } from "@/handlers/feeds/manage-feeds";
import { web } from "@/handlers/web";

export const PUT = web(changeFeedCall);
export const DELETE = web(deleteFeedCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
