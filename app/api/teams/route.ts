import { createTeamCall } from "@/handlers/team/create-team";
import { web } from "@/handlers/web";

export const POST = web(createTeamCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
