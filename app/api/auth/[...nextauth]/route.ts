import { handleAuthRequest } from "@/auth/session/handle-auth-request";

export const GET = handleAuthRequest;
export const POST = handleAuthRequest;
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
