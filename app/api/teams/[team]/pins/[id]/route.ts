import { addPinCall, removePinCall } from "@/handlers/marks/pins";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const PUT = web(addPinCall);
export const DELETE = web(removePinCall);
