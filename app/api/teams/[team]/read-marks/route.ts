import { setReadMarkCall } from "@/handlers/views/read-marks";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const PUT = web(setReadMarkCall);
