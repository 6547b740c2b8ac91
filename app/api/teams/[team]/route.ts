import { deleteTeamCall } from "@/handlers/settings/sample-team";
import { web } from "@/handlers/web";

export const DELETE = web(deleteTeamCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
