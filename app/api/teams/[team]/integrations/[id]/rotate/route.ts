import { rotateSecretCall } from "@/handlers/settings/integrations";
import { web } from "@/handlers/web";

export const POST = web(rotateSecretCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
