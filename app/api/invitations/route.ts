import { acceptInvitationCall } from "@/handlers/team/accept-invitation";
import { web } from "@/handlers/web";

export const POST = web(acceptInvitationCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
