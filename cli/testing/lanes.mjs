/** The tests of calls that `server.mjs` answers through its direct lanes: capture, streams, webhooks, metrics, and what is the same at every door. */
export const LANE_TESTS = [
  "handlers/activities/capture",
  "handlers/activities/client",
  "handlers/activities/stream",
  "handlers/activities/hostile",
  "handlers/shared/shared-calls",
  "handlers/webhooks/cloudevents",
  "handlers/webhooks/generic",
  "handlers/webhooks/slow-senders",
  "handlers/service/metrics",
  "handlers/errors",
  "handlers/rate-limit",
  "handlers/security-headers",
];
