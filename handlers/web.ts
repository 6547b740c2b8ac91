import { joinBytes } from "@/activity/bytes";
import { asActivityError } from "@/activity/errors";
import { env } from "@/env";
import { toStreamResponse } from "@/stream/reader/web-sink";
import type { Answer, BytesAnswer, Call, Handler, PulledAnswer } from "./call";
import { answerCall, isToHangUp, tooLarge } from "./door";
import { toPulledResponse } from "./pulled-body";
import { apiHeaders, isByTls } from "./security-headers";
import { brokenOff, tooSlow, watchBody } from "./watch-body";

/** Next's second argument of a route handler. */
interface RouteContext {
  /** Nothing for a path without parameters. */
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

/** The web door: makes a handler a Next route handler, `Request` in, `Response` out. */
export function web(
  handler: Handler<Answer | PulledAnswer | BytesAnswer>,
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries((await context.params) ?? {}))
      if (typeof value === "string") params[name] = value;
    const length = request.headers.get("content-length");
    let isLeft = Number(length ?? 0) > 0 || request.headers.has("transfer-encoding");
    const call = toCall(request, params, async (limit) => {
      const body = await readBody(request, limit);
      isLeft = false;
      return body;
    });
    const answer = await answerCall(handler, call);
    if ("open" in answer) return toStreamResponse(answer, request.signal);
    if ("bytes" in answer) return new Response(answer.bytes, { headers: answer.headers });
    if ("read" in answer) return toPulledResponse(answer, request.signal);
    const headers = isLeft && isToHangUp(answer, length) ? { ...answer.headers, connection: "close" } : answer.headers;
    return new Response(answer.body, { status: answer.status, headers });
  };
}

/** Gives what another library answers the headers that all our answers have; what it says itself stays. */
export function withApiHeaders<R extends Request, C>(
  answer: (request: R, context: C) => Promise<Response>,
): (request: R, context: C) => Promise<Response> {
  return async (request, context) => {
    const { body, status, headers } = await answer(request, context);
    const all = new Headers(headers);
    const isTls = isByTls(request.headers.get("x-forwarded-proto"), env.NEXTAUTH_URL);
    for (const [name, value] of Object.entries(apiHeaders(request.method, isTls))) {
      if (!all.has(name)) all.set(name, value);
    }
    return new Response(body, { status, headers: all });
  };
}

function toCall(request: Request, params: Record<string, string>, body: Call["body"]): Call {
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
    body,
  };
}

/** The whole body. Rejects beyond `limit` bytes, when it comes too slowly and when it breaks off; all leave the rest unread. */
function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return Promise.reject(tooLarge(limit));
  if (request.body === null) return Promise.resolve(new Uint8Array());
  const reader = request.body.getReader();
  return new Promise((done, fail) => {
    const giveUp = (error: unknown) => {
      watch.stop();
      fail(asActivityError(error) ?? brokenOff(error));
      // What a lost connection says to this is of no interest.
      reader.cancel().catch(() => {});
    };
    const watch = watchBody(() => giveUp(tooSlow()));
    readChunks(reader, limit, watch.touch).then((chunks) => {
      watch.stop();
      done(joinBytes(chunks));
    }, giveUp);
  });
}

async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  touch: () => void,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    touch();
    size += next.value.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(next.value);
  }
  return chunks;
}
