import { listMembersCall } from "@/handlers/team/members";
import { web } from "@/handlers/web";

export const GET = web(listMembersCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
