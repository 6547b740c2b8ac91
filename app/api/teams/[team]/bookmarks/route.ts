import { listBookmarksCall } from "@/handlers/marks/bookmarks";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listBookmarksCall);
