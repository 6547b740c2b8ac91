import { getActivityCall } from "@/handlers/activities/get-activity";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(getActivityCall);
