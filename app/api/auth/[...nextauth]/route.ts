import { handleAuthRequest } from "@/auth/session/handle-auth-request";
import { withApiHeaders } from "@/handlers/web";

export const GET = withApiHeaders(handleAuthRequest);
export const POST = GET;
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
