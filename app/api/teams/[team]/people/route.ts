import { listPeopleCall } from "@/handlers/activities/list-people";
import { web } from "@/handlers/web";

export const GET = web(listPeopleCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
