import { changeAccountCall, getAccountCall } from "@/handlers/account/account";
import { web } from "@/handlers/web";

export const GET = web(getAccountCall);
export const PUT = web(changeAccountCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
