import { header, jsonAnswer, operation, type PathItem } from "./operation";

const tag = "Service";
const HEALTH = {
  status: "ok",
  database: { status: "ok", driver: "embedded", reason: null, replica: null },
  listener: {
    state: "idle",
    reason: null,
    since: "2026-11-23T09:41:07.123Z",
    doorbell: { via: "postgres", status: "ok", reason: null, since: "2026-11-23T09:41:08.456Z" },
  },
  version: "0.1.0",
};

export const servicePaths: Record<string, PathItem> = {
  "/api/health": {
    get: operation({
      operationId: "getHealth",
      tag,
      summary: "Whether events can be stored and read, and how live ones travel",
      answers: {
        200: jsonAnswer("They can", "Health", { example: HEALTH }),
        503: jsonAnswer("They cannot", "Health"),
      },
      problems: [],
    }),
  },
  "/api/metrics": {
    get: operation({
      operationId: "getMetrics",
      tag,
      summary: "The server's measures, for Prometheus",
      description:
        "With `METRICS_TOKEN` set, for whoever sends it as the bearer token. Without it, for callers on the server's own machine that reach `npm start` directly; behind a proxy on that machine the token is a must.",
      security: [{}, { metricsToken: [] }],
      answers: {
        200: { description: "Prometheus' text format", content: { "text/plain": { schema: { type: "string" } } } },
      },
      problems: ["unauthenticated", "forbidden"],
    }),
  },
  "/api/openapi.json": {
    get: operation({
      operationId: "getOpenApi",
      tag,
      summary: "This document",
      answers: {
        200: {
          description: "OpenAPI 3.1",
          headers: { "Cache-Control": header("`public, max-age=300`") },
          content: { "application/json": { schema: { type: "object" } } },
        },
      },
      problems: [],
    }),
  },
};
