import { streamActivitiesCall } from "@/handlers/activities/stream-activities";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = web(streamActivitiesCall);
