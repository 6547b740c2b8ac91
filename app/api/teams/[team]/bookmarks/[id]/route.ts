import { addBookmarkCall, removeBookmarkCall } from "@/handlers/marks/bookmarks";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const PUT = web(addBookmarkCall);
export const DELETE = web(removeBookmarkCall);
