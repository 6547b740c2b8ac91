/** The counts of `metrics.ts` by their Prometheus names. prom-client is loaded by the first scrape, so that no start waits for it. */
import type { MetricValueWithName, Registry } from "prom-client";
import { type Histogram as Counts, metrics } from "@/metrics";
import { getHub } from "@/stream/hub";

const STATES = ["idle", "live", "polling", "degraded"] as const;

/** A counter or gauge: one number, or one a label. */
interface Simple {
  type: "counter" | "gauge";
  name: string;
  help: string;
  label?: string;
  read: () => number | Record<string, number>;
}

const counter = (name: string, help: string, read: Simple["read"], label?: string): Simple => ({
  type: "counter",
  name,
  help,
  read,
  ...(label === undefined ? {} : { label }),
});

const SIMPLE: readonly Simple[] = [
  counter("las_events_captured_total", "Events stored by this process", () => metrics.eventsCaptured),
  counter("las_appends_total", "Transactions that stored them, each a batch of one team", () => metrics.appends),
  counter("las_rate_limited_total", "Requests refused by RATE_LIMIT", () => metrics.rateLimited),
  { ...counter("las_streams_open", "Open streams by door", () => metrics.streamsOpen, "door"), type: "gauge" },
  counter("las_streams_ended_total", "Ended streams by reason", () => metrics.streamsEnded, "reason"),
  counter("las_frames_sent_total", "Frames written to readers, heartbeats included", () => metrics.framesSent),
  counter("las_deliveries_total", "Activities written to readers, one a reader", () => metrics.deliveries),
  counter("las_replays_total", "Times a reader was sent history from the table", () => metrics.replays),
  counter("las_resets_total", "Readers told to reload by reason", () => metrics.resets, "reason"),
  counter("las_doorbells_heard_total", "Doorbells that arrived", () => metrics.doorbellsHeard),
  counter(
    "las_doorbells_rung_total",
    "Doorbells that a broker took; NOTIFY is not counted",
    () => metrics.doorbellsRung,
  ),
  counter("las_doorbells_failed_total", "Attempts to ring that a broker did not take", () => metrics.doorbellsFailed),
  counter("las_polls_total", "Looks at the heads of all followed teams", () => metrics.polls),
  counter(
    "las_poll_found_events_total",
    "Events that a poll saw before their doorbell, while doorbells arrive; many of them mean that some are lost",
    () => metrics.eventsFoundByPoll,
  ),
  counter("las_hub_queries_total", "Queries for live events by kind", () => metrics.hubQueries, "query"),
  counter(
    "las_page_reads_total",
    "Page reads with a replica, by what became of it",
    () => metrics.replicaReads,
    "replica",
  ),
  { ...counter("las_exports_open", "Exports under way", () => metrics.exportsOpen), type: "gauge" },
  counter("las_export_batches_total", "Reads of the database for exports", () => metrics.exportBatches),
  counter("las_exported_activities_total", "Activities that exports wrote", () => metrics.exportedActivities),
  {
    type: "gauge",
    name: "las_listener_state",
    help: "1 for the state that the listener is in",
    label: "state",
    read: () => {
      const { state } = getHub().listenerState();
      return Object.fromEntries(STATES.map((one) => [one, one === state ? 1 : 0]));
    },
  },
  {
    type: "gauge",
    name: "las_doorbell_ok",
    help: "1 when a doorbell of this process last came back to it",
    read: () => (getHub().listenerState().doorbell.status === "ok" ? 1 : 0),
  },
];

const HISTOGRAMS: readonly { name: string; help: string; counts: Counts }[] = [
  { name: "las_append_duration_seconds", help: "An append, from here and back", counts: metrics.appendSeconds },
  {
    name: "las_commit_to_frame_seconds",
    help: "From an event's stamp, by the database's clock, to its frame at the last live reader, by ours",
    counts: metrics.commitToFrameSeconds,
  },
];

/** The cumulative buckets that Prometheus wants. */
function bucketsOf(name: string, { bounds, counts, sum }: Counts): MetricValueWithName<string>[] {
  let total = 0;
  const buckets = counts.map((count, place) => {
    total += count;
    return { metricName: `${name}_bucket`, labels: { le: bounds[place] ?? "+Inf" }, value: total };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels: {}, value: sum },
    { metricName: `${name}_count`, labels: {}, value: total },
  ];
}

async function createRegistry(): Promise<Registry> {
  const { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } = await import("prom-client");
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const { type, name, help, label, read } of SIMPLE) {
    const options = { name, help, registers: [registry], ...(label === undefined ? {} : { labelNames: [label] }) };
    const metric = type === "gauge" ? new Gauge(options) : new Counter(options);
    const collect = () => {
      const value = read();
      metric.reset();
      if (typeof value === "number") metric.inc(value);
      else for (const [key, one] of Object.entries(value)) metric.inc({ [label ?? ""]: key }, one);
    };
    Object.assign(metric, { collect });
  }
  class Counted extends Histogram {
    constructor(
      private readonly shape: { name: string; help: string },
      private readonly seen: Counts,
    ) {
      super({ ...shape, buckets: [...seen.bounds], registers: [registry] });
    }
    /** What the registry asks a histogram for; the values are ours instead of its own. */
    async getForPromString() {
      return { ...this.shape, type: "histogram", aggregator: "sum", values: bucketsOf(this.shape.name, this.seen) };
    }
  }
  for (const { counts, ...shape } of HISTOGRAMS) new Counted(shape, counts);
  return registry;
}

const KEY = Symbol.for("las.registry");
const globals = globalThis as { [KEY]?: Promise<Registry> };

/** The process's registry, whichever door is asked. */
export function getRegistry(): Promise<Registry> {
  globals[KEY] ??= createRegistry();
  return globals[KEY];
}
