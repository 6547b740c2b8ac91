import { publicAtomFeedCall } from "@/handlers/feeds/public-feed";
import { web } from "@/handlers/web";

export const GET = web(publicAtomFeedCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
