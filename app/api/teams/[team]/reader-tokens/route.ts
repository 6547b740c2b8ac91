import { createReaderTokenCall, listReaderTokensCall } from "@/handlers/feeds/reader-tokens";
import { web } from "@/handlers/web";

export const GET = web(listReaderTokensCall);
export const POST = web(createReaderTokenCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
