import { rotateKeyCall } from "@/handlers/settings/keys";
import { web } from "@/handlers/web";

export const POST = web(rotateKeyCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
