import { askMagicCall } from "@/handlers/account/links";
import { web } from "@/handlers/web";

export const POST = web(askMagicCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
