import { createKeyCall, listKeysCall } from "@/handlers/settings/keys";
import { web } from "@/handlers/web";

export const GET = web(listKeysCall);
export const POST = web(createKeyCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
