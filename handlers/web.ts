import { joinBytes } from "@/activity/bytes";
import { toStreamResponse } from "@/stream/reader/web-sink";
import type { Call, Handler } from "./call";
import { answerCall, tooLarge } from "./door";

/** Next's second argument of a route handler. */
interface RouteContext {
  /** Nothing for a path without parameters. */
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

/** The web door: makes a handler a Next route handler, `Request` in, `Response` out. */
export function web(handler: Handler): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries((await context.params) ?? {}))
      if (typeof value === "string") params[name] = value;
    const answer = await answerCall(handler, toCall(request, params));
    if ("open" in answer) return toStreamResponse(answer, request.signal);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
}

function toCall(request: Request, params: Record<string, string>): Call {
  let url: URL | undefined;
  return {
    method: request.method,
    get url() {
      url ??= new URL(request.url);
      return url;
    },
    params,
    headers: () => request.headers,
    header: (name) => request.headers.get(name),
    body: (limit) => readBody(request, limit),
  };
}

async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    chunks.push(next.value);
  }
  return joinBytes(chunks);
}
