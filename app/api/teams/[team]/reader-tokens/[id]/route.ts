import { revokeReaderTokenCall } from "@/handlers/feeds/reader-tokens";
import { web } from "@/handlers/web";

export const DELETE = web(revokeReaderTokenCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
