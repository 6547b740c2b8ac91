import { listPreviewsCall } from "@/handlers/previews/preview-calls";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listPreviewsCall);
