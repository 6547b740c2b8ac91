import { createResetLinkCall } from "@/handlers/account/reset-link";
import { web } from "@/handlers/web";

export const POST = web(createResetLinkCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
