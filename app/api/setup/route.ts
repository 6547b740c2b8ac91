import { setupCall } from "@/handlers/settings/setup";
import { web } from "@/handlers/web";

export const POST = web(setupCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
