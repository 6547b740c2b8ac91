/** The tests of calls that `server.mjs` answers through its direct lanes: capture, streams, webhooks, metrics, and what is the same at every door. */
export const LANE_TESTS = [
  "handlers/activities/",
  "handlers/shared/",
  "handlers/webhooks/",
  "handlers/service/",
  "handlers/agreement",
  "handlers/errors",
  "handlers/rate-limit",
  "handlers/security-headers",
];
