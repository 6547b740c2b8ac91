import { revokeInvitationCall } from "@/handlers/team/invitations";
import { web } from "@/handlers/web";

export const DELETE = web(revokeInvitationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
