import { listOptionsCall } from "@/handlers/activities/list-options";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listOptionsCall);
