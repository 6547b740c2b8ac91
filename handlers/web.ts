import { ActivityError } from "@/activity/errors";
import { env } from "@/env";
import { toStreamResponse } from "@/stream/web-sink";
import type { Answer, Call, Handler } from "./call";
import { inProgress, isClosing } from "./calls-in-progress";
import { toProblem } from "./problem";

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Next's second argument of a route handler. */
interface RouteContext {
  /** Nothing for a path without parameters. */
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

/** The web door: makes a handler a Next route handler, `Request` in, `Response` out. Errors become problem answers here. */
export function web(handler: Handler): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    let answer: Answer;
    try {
      if (isClosing()) throw new ActivityError("unavailable", "The server is shutting down", { retryAfter: 1 });
      checkOrigin(request);
      const params: Record<string, string> = {};
      for (const [name, value] of Object.entries((await context.params) ?? {}))
        if (typeof value === "string") params[name] = value;
      answer = await inProgress(() => handler(toCall(request, params)));
    } catch (error) {
      answer = toProblem(error, { method: request.method, path: new URL(request.url).pathname });
    }
    const headers = { ...SECURITY_HEADERS, ...answer.headers };
    if ("open" in answer) return toStreamResponse({ ...answer, headers }, request.signal);
    return new Response(answer.body, { status: answer.status, headers });
  };
}

function toCall(request: Request, params: Record<string, string>): Call {
  return {
    method: request.method,
    get url() {
      return new URL(request.url);
    },
    params,
    header: (name) => request.headers.get(name),
    body: (limit) => readBody(request, limit),
    signal: request.signal,
  };
}

/** A browser sends its cookie from any page: what changes something must come from ours (OWASP CSRF, origin verification). */
function checkOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
  if (request.headers.get("cookie") === null || request.headers.get("authorization") !== null) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const ours = [request.headers.get("host"), env.NEXTAUTH_URL === undefined ? null : new URL(env.NEXTAUTH_URL).host];
  const foreign =
    origin === null
      ? site === "cross-site" || site === "same-site"
      : !URL.canParse(origin) || !ours.includes(new URL(origin).host);
  if (foreign) throw new ActivityError("forbidden", "This call came from another site");
}

async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new ActivityError("payload_too_large", `The body must be at most ${limit} bytes`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(next.value);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}
