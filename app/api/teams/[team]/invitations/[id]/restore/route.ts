import { restoreInvitationCall } from "@/handlers/team/invitations";
import { web } from "@/handlers/web";

export const POST = web(restoreInvitationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
