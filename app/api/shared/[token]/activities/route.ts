import { listSharedCall } from "@/handlers/shared/shared-calls";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listSharedCall);
