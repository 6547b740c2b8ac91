/** The tests of calls that `server.mjs` answers through its direct lanes: capture, streams, webhooks, metrics, and what is the same at every door. How slow senders are ended at both is a story of its own. */
export const LANE_TESTS = [
  "handlers/activities/capture",
  "handlers/activities/client",
  "handlers/activities/stream",
  "handlers/activities/hostile",
  "handlers/shared/shared-calls",
  "handlers/webhooks/cloudevents",
  "handlers/webhooks/generic",
  "handlers/service/metrics",
  "handlers/errors",
  "handlers/rate-limit",
  "handlers/security-headers",
];
