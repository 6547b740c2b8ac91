import { changeTeamSettingsCall, getTeamSettingsCall } from "@/handlers/team/team-settings";
import { web } from "@/handlers/web";

export const GET = web(getTeamSettingsCall);
export const PUT = web(changeTeamSettingsCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
