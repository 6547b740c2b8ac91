import { exportActivitiesCall } from "@/handlers/activities/export/export-activities";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(exportActivitiesCall);
export const HEAD = web(exportActivitiesCall);
