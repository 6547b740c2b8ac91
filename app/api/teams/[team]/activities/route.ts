import { captureActivitiesCall } from "@/handlers/activities/capture-activities";
import { listActivitiesCall } from "@/handlers/activities/list-activities";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listActivitiesCall);
export const POST = web(captureActivitiesCall);
