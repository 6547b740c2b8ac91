import { deleteViewCall, updateViewCall } from "@/handlers/views/views";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const PUT = web(updateViewCall);
export const DELETE = web(deleteViewCall);
