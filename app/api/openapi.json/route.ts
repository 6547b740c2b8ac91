import { openapiCall } from "@/handlers/service/openapi";
import { web } from "@/handlers/web";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const GET = web(openapiCall);
