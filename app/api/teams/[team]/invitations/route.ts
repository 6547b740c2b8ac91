import { createInvitationCall, listInvitationsCall } from "@/handlers/team/invitations";
import { web } from "@/handlers/web";

export const GET = web(listInvitationsCall);
export const POST = web(createInvitationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
