import { memberAtomFeedCall } from "@/handlers/feeds/member-feed";
import { web } from "@/handlers/web";

export const GET = web(memberAtomFeedCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
