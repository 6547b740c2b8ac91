import { addMuteCall, removeMuteCall } from "@/handlers/views/mutes";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const PUT = web(addMuteCall);
export const DELETE = web(removeMuteCall);
