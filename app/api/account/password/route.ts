import { changePasswordCall } from "@/handlers/account/password";
import { web } from "@/handlers/web";

export const PUT = web(changePasswordCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
