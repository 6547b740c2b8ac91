import { listPinsCall } from "@/handlers/marks/pins";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(listPinsCall);
