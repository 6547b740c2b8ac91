import { restoreReaderTokenCall } from "@/handlers/feeds/reader-tokens";
import { web } from "@/handlers/web";

export const POST = web(restoreReaderTokenCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
