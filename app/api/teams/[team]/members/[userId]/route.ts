import { changeMemberCall, removeMemberCall } from "@/handlers/team/members";
import { web } from "@/handlers/web";

export const PUT = web(changeMemberCall);
export const DELETE = web(removeMemberCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
