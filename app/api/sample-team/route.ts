import { createSampleTeamCall } from "@/handlers/settings/sample-team";
import { web } from "@/handlers/web";

export const POST = web(createSampleTeamCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
