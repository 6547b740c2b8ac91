import { z } from "zod";
import { type Comparison, type DryRun, type DryRunLine, dryRunSchema, type Reprojection } from "@/activity/dry-run";
import { asActivityError } from "@/activity/errors";
import { genericConfigSchema } from "@/activity/generic/generic-config";
import { getDatabase } from "@/db/client";
import type { Db } from "@/db/drivers/driver";
import { type KeptLine, listKept, listKeptIds } from "@/db/queries/deliveries/list-kept";
import type { StoredIntegration } from "@/db/queries/integrations/get-integration";
import { genericSource } from "@/ingest/integrations/generic";
import type { IntegrationSource } from "@/ingest/integrations/integration-source";
import { type MappedDelivery, mapDelivery } from "@/ingest/map-delivery";
import { isChanged, type Pair, pairEvents } from "@/ingest/reproject/pair-events";
import { readProjected, reprojectDeliveries } from "@/ingest/reproject/reproject-deliveries";
import { type Answer, type Call, json } from "../call";
import { readJson } from "../read-json";
import { recordChange, type TeamChange } from "../record-change";
import { requireMember } from "../require-caller";
import { CONFIG_BYTES, parseConfig } from "../settings/integration-requests";
import { requireIntegration } from "./require-integration";
import { openDelivery } from "./seal-delivery";

/** Deliveries of one transaction: while it runs, the team's other appends wait. */
const BATCH = 20;

const lastDeliveries = (most: number) =>
  z.number().int().min(1).max(most).default(50).describe("How many of the last stored deliveries");

/** The same before its settings are checked. */
const dryRunFields = z.strictObject({ limit: lastDeliveries(200), config: z.unknown().optional() });
/** What a dry run is asked for with. */
export const dryRunRequestSchema = dryRunFields.extend({
  config: genericConfigSchema
    .optional()
    .describe("For the provider `generic` alone: settings to try in the place of those that are saved"),
});
/** What a correction is asked for with. */
export const reprojectRequestSchema = z.strictObject({ limit: lastDeliveries(1_000) });

/** A stored delivery, mapped once more; `events` are empty and `reason` says why where that cannot be. */
interface Remapped {
  line: KeptLine;
  events: MappedDelivery["events"];
  result: "mapped" | "failed" | "not_kept";
  reason: string | null;
}

async function remap(source: IntegrationSource, line: KeptLine): Promise<Remapped> {
  const kept = await openDelivery(line.sealed);
  const failed = (result: "failed" | "not_kept", reason: string): Remapped => ({ line, events: [], result, reason });
  if (kept.body.byteLength < line.bodyBytes) return failed("not_kept", "Its body was not kept whole.");
  const headers = new Headers(kept.headers);
  const delivery = { header: (name: string) => headers.get(name), headers: () => headers, body: kept.body };
  try {
    const { events, fault } = mapDelivery(source, delivery, line.receivedAt);
    return fault === null ? { line, events, result: "mapped", reason: null } : failed("failed", fault);
  } catch (error) {
    const known = asActivityError(error);
    if (known === null) throw error;
    return failed("failed", known.message);
  }
}

/** Stored deliveries, mapped once more, in the order of `ids`; a batch in memory at a time. */
async function* remapAll(db: Db, integration: StoredIntegration, source: IntegrationSource, ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += BATCH) {
    const lines = await listKept(db, integration.teamId, integration.id, ids.slice(from, from + BATCH));
    yield await Promise.all(lines.map((line) => remap(source, line)));
  }
}

function toComparison({ before, after, fields }: Pair): Comparison {
  return { id: before?.id ?? null, before, after: after?.said ?? null, fields };
}

function toLine({ line, events, result, reason }: Remapped, before: Parameters<typeof pairEvents>[0]): DryRunLine {
  const { id, deliveryId, eventName, receivedAt } = line;
  const about = { id, deliveryId, eventName, receivedAt: receivedAt.toISOString(), reason };
  if (result !== "mapped") return { ...about, result, activities: [] };
  const pairs = pairEvents(before, events, receivedAt);
  return { ...about, result: pairs.some(isChanged) ? "changed" : "same", activities: pairs.map(toComparison) };
}

/** POST …/integrations/{id}/dry-run: what the last deliveries would become today, beside what they became. For members, and keys with `admin`. */
export async function dryRunCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration, source } = await requireIntegration(call, caller);
  const { limit, config } = await readJson(call, CONFIG_BYTES, dryRunFields);
  const tried = parseConfig(integration.provider, config);
  const { db } = await getDatabase();
  const items: DryRunLine[] = [];
  const lines = await listKeptIds(db, integration.teamId, integration.id, limit);
  for await (const batch of remapAll(db, integration, tried === undefined ? source : genericSource(tried), lines)) {
    const ids = batch.map(({ line }) => line.activityIds);
    const before = await readProjected(db, integration.teamId, ids);
    items.push(...batch.map((one, place) => toLine(one, before[place] ?? [])));
  }
  const count = (wanted: DryRunLine["result"]) => items.filter(({ result }) => result === wanted).length;
  const counts = { changed: count("changed"), same: count("same"), failed: count("failed") };
  const answer: DryRun = { items, ...counts, notKept: count("not_kept") };
  return json(200, dryRunSchema.parse(answer));
}

function toldAnew({ id, name }: StoredIntegration, done: Reprojection): TeamChange {
  return {
    action: "deliveries_told_anew",
    entity: { type: "integration", id, name },
    predicate: `told the deliveries of the integration ${name} anew`,
    metadata: { ...done },
  };
}

/**
 * POST …/integrations/{id}/reproject: tells the last deliveries anew by the mapping of today. What differs is hidden in favour of a
 * corrected activity, and open pages follow. For members, and keys with `admin`.
 */
export async function reprojectCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration, source } = await requireIntegration(call, caller);
  const { limit } = await readJson(call, 16_384, reprojectRequestSchema);
  const { db } = await getDatabase();
  const done: Reprojection = { looked: 0, corrected: 0, added: 0, withdrawn: 0, failed: 0, notKept: 0 };
  const lines = await listKeptIds(db, integration.teamId, integration.id, limit);
  // The oldest first, so that activities of one instant keep their order.
  for await (const batch of remapAll(db, integration, source, lines.toReversed())) {
    const mapped = batch.filter(({ result }) => result === "mapped");
    const made = await reprojectDeliveries(
      db,
      integration.teamId,
      mapped.map(({ line, events }) => ({ id: line.id, receivedAt: line.receivedAt, events })),
      caller.via === "session" ? caller.userId : null,
    );
    done.looked += batch.length;
    done.failed += batch.filter(({ result }) => result === "failed").length;
    done.notKept += batch.filter(({ result }) => result === "not_kept").length;
    for (const field of ["corrected", "added", "withdrawn"] as const) done[field] += made[field];
  }
  if (done.corrected + done.added + done.withdrawn > 0) {
    await db.transaction((tx) => recordChange(tx, call, caller, toldAnew(integration, done)));
  }
  return json(200, done);
}
