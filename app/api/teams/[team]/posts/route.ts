import { createPostCall } from "@/handlers/posts/create-post";
import { web } from "@/handlers/web";

export const POST = web(createPostCall);
export const dynamic = "force-dynamic";
export const runtime = "nodejs";
