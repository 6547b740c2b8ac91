import { publicJsonFeedCall } from "@/handlers/feeds/public-feed";
import { web } from "@/handlers/web";

export const GET = web(publicJsonFeedCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
