import { createHash, timingSafeEqual } from "node:crypto";
import { ActivityError } from "@/activity/errors";
import { env } from "@/env";
import type { Answer, Call } from "../call";
import { getRegistry } from "./metrics-registry";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Numbers tell about all teams at once: they are for whoever runs the server. */
function requireOperator(call: Call): void {
  const token = env.METRICS_TOKEN;
  if (token === undefined) {
    if (call.isLocal === true) return;
    throw new ActivityError(
      "forbidden",
      "Set METRICS_TOKEN: without it only this machine may read metrics, directly from npm start",
    );
  }
  const given = /^Bearer +(.+)$/i.exec(call.header("authorization") ?? "")?.[1];
  if (given === undefined || !timingSafeEqual(digest(given), digest(token)))
    throw new ActivityError("unauthenticated", "The bearer token is not METRICS_TOKEN");
}

/**
 * GET /api/metrics: the process's measures in Prometheus' text format. With METRICS_TOKEN whoever sends it may read them (else 401);
 * without it whoever calls the direct lanes from this machine, with no proxy between (else 403).
 */
export async function metricsCall(call: Call): Promise<Answer> {
  requireOperator(call);
  const registry = await getRegistry();
  return {
    status: 200,
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
    body: await registry.metrics(),
  };
}
