// Beside the path of a webhook: OPTIONS /api/webhooks/{integration}, by which a sender asks whether it may send at all.
import { getDatabase } from "@/db/client";
import { env } from "@/env";
import type { Answer, Call } from "../call";
import { requireWebhook } from "./receive-webhook";

const ALLOW = "OPTIONS, POST";
/** A DNS name, or a pattern of one. */
const ORIGIN = /^[a-z0-9.*_:-]{1,253}$/i;

/** Deliveries a minute that are agreed to: what was asked for, at most what a caller of the API has. `*`: no limit. */
function allowedRate(asked: string | null): string {
  if (env.RATE_LIMIT === null) return "*";
  const wanted = /^[1-9]\d{0,8}$/.test(asked ?? "") ? Number(asked) : env.RATE_LIMIT;
  return String(Math.min(wanted, env.RATE_LIMIT));
}

/**
 * CloudEvents' handshake against abuse (http-webhook.md, section 4): 200 with our consent for a sender that says who it is. It is
 * given at once, so that a `WebHook-Request-Callback` has no use, and only for integrations whose sender asks: elsewhere its
 * deliveries would be refused. Whoever sends must still prove that it may. Throws `not_found` as a delivery would be answered.
 */
export async function confirmWebhookCall(call: Call): Promise<Answer> {
  const { source } = await requireWebhook(await getDatabase(), call);
  const origin = call.header("webhook-request-origin")?.trim() ?? "";
  if (source.asksFirst !== true || !ORIGIN.test(origin)) return { status: 204, headers: { allow: ALLOW }, body: null };
  const headers = {
    allow: ALLOW,
    "cache-control": "no-store",
    "webhook-allowed-origin": origin,
    "webhook-allowed-rate": allowedRate(call.header("webhook-request-rate")),
  };
  return { status: 200, headers, body: null };
}
