// What surrounds a handler at every door: shutdown, the origin of a call, errors, security headers.
import { ActivityError } from "@/activity/errors";
import { deviceOf } from "@/auth/session/device-of";
import { env } from "@/env";
import type { Answer, BytesAnswer, Call, Handler, PlainAnswer, PulledAnswer } from "./call";
import { inProgress, isClosing } from "./calls-in-progress";
import { PROBLEMS, toProblem } from "./problem";
import { apiHeaders, isByTls } from "./security-headers";

/** A browser sends its cookie from any page: what changes something must come from ours (OWASP CSRF, origin verification). */
function checkOrigin(call: Call): void {
  if (call.method === "GET" || call.method === "HEAD" || call.method === "OPTIONS") return;
  requireOwnOrigin(call);
}

/** Refuses what a browser sends with its cookie from another site's page. A WebSocket is to be asked too (RFC 6455, section 10.2). */
export function requireOwnOrigin(call: Call): void {
  if (call.header("cookie") === null || call.header("authorization") !== null) return;
  if (!isOwnOrigin(call)) throw new ActivityError("forbidden", "This call came from another site");
}

/** Whether a browser's call comes from one of our own pages; one that does not say where from counts as ours unless its site is another. */
function isOwnOrigin(call: Call): boolean {
  const origin = call.header("origin");
  const site = call.header("sec-fetch-site");
  const ours = [call.header("host"), env.NEXTAUTH_URL === undefined ? null : new URL(env.NEXTAUTH_URL).host];
  return origin === null
    ? site !== "cross-site" && site !== "same-site"
    : URL.canParse(origin) && ours.includes(new URL(origin).host);
}

/** Runs a handler for a call that came through any door. Never throws: errors become problem answers here. */
export async function answerCall<A extends Answer | PulledAnswer | BytesAnswer>(
  handler: Handler<A>,
  call: Call,
): Promise<A | PlainAnswer> {
  let answer: A | PlainAnswer;
  try {
    if (isClosing()) throw new ActivityError("unavailable", "The server is shutting down", { retryAfter: 1 });
    checkOrigin(call);
    answer = await inProgress(() => handler(call));
  } catch (error) {
    // The token of a feed reader or a shared link is a secret, and must not stand in the log.
    const path = call.url.pathname.replace(/^\/api\/(feeds|shared)\/[^/]+/, "/api/$1/…");
    const { ip } = deviceOf({ get: (name) => call.header(name) });
    answer = toProblem(error, { method: call.method, path, ip });
  }
  const isTls = isByTls(call.header("x-forwarded-proto"), env.NEXTAUTH_URL);
  return { ...answer, headers: { ...apiHeaders(call.method, isTls), ...answer.headers } };
}

/** A body that nobody read is read to its end if it is at most this long, so that its connection can be used again. */
const DRAINED_BYTES = 65_536;

/** Whether the connection is to be given up after an answer, because what still comes in of its call's body is too long or too slow. */
export function isToHangUp(answer: { status: number }, contentLength: string | null): boolean {
  const isShort = Number(contentLength ?? Number.POSITIVE_INFINITY) <= DRAINED_BYTES;
  return answer.status === PROBLEMS.incomplete_body.status || !isShort;
}

/** The refusal of a body beyond `limit` bytes, the same at every door. */
export function tooLarge(limit: number): ActivityError {
  return new ActivityError("payload_too_large", `The body must be at most ${limit} bytes`);
}
