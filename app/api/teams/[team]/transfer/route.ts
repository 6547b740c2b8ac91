import { transferCall } from "@/handlers/team/members";
import { web } from "@/handlers/web";

export const POST = web(transferCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
