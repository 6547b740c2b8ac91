import { restoreMemberCall } from "@/handlers/team/restore-member";
import { web } from "@/handlers/web";

export const POST = web(restoreMemberCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
