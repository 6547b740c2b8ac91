import { setTimeout as sleep } from "node:timers/promises";
import type { ActivityEvent } from "@/activity/event-schema";
import { isJsonObject } from "@/activity/json";

/** A team of a running server, and a key with the scope `capture`. */
export interface Target {
  /** Such as `http://localhost:3200`. */
  origin: string;
  team: string;
  key: string;
}

/** Events of one NDJSON request; the API takes up to 1,000. */
const BATCH = 500;
const RETRY_MS = 1_500;

/** How often a request is sent again while the server is away, busy or limiting; the waits add up to about a minute. */
const ATTEMPTS = 40;

interface Reply {
  status: number;
  retryAfter: number;
  body: string;
}

/** Sends one request until it is answered. Its events carry idempotency keys, so sending them again stores them once. */
async function send(target: Target, events: readonly ActivityEvent[], signal?: AbortSignal): Promise<unknown> {
  const url = `${target.origin}/api/teams/${encodeURIComponent(target.team)}/activities`;
  const headers = { authorization: `Bearer ${target.key}`, "content-type": "application/x-ndjson" };
  const body = events.map((event) => `${JSON.stringify(event)}\n`).join("");
  for (let attempt = 1; ; attempt += 1) {
    const reply: Reply | null = await fetch(url, { method: "POST", headers, body, signal })
      .then(async (response) => ({
        status: response.status,
        retryAfter: Number(response.headers.get("retry-after") ?? 0),
        body: await response.text(),
      }))
      .catch((error: unknown) => {
        if (signal?.aborted || attempt >= ATTEMPTS) throw error;
        return null;
      });
    if (reply !== null && reply.status < 300) return JSON.parse(reply.body);
    if (reply !== null && ((reply.status !== 429 && reply.status < 500) || attempt >= ATTEMPTS)) {
      throw new Error(`POST ${url} answered ${reply.status}: ${reply.body.slice(0, 1_000)}`);
    }
    await sleep(Math.max(RETRY_MS, (reply?.retryAfter ?? 0) * 1_000), undefined, { signal });
  }
}

/** The first item of a batch answer that was refused, as text, or null. */
function firstRefusal(answer: unknown): string | null {
  if (!isJsonObject(answer) || !Array.isArray(answer.results)) return `no results: ${JSON.stringify(answer)}`;
  const refused = answer.results.find((result) => !isJsonObject(result) || Number(result.status) >= 300);
  return refused === undefined ? null : JSON.stringify(refused);
}

/**
 * Posts events through the public API as NDJSON, 500 at a time, in order. Waits while the server is away or limits.
 * Throws with the server's answer when an event is refused, and an AbortError when `signal` fires.
 */
export async function postEvents(
  target: Target,
  events: readonly ActivityEvent[],
  options: { signal?: AbortSignal; onProgress?: (posted: number) => void } = {},
): Promise<void> {
  for (let start = 0; start < events.length; start += BATCH) {
    const batch = events.slice(start, start + BATCH);
    const refusal = firstRefusal(await send(target, batch, options.signal));
    if (refusal !== null) throw new Error(`The server refused an event: ${refusal}`);
    options.onProgress?.(start + batch.length);
  }
}
