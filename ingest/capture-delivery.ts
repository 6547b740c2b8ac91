// First step of capture for webhooks: genuine deliveries and their activities are stored together, each once for ever.
import type { ActivityEvent } from "@/activity/event-schema";
import type { Driver, Executor } from "@/db/drivers/driver";
import {
  BODY_HASH,
  type Claim,
  claimDeliveries,
  claimKey,
  setDeliveryActivities,
} from "@/db/queries/deliveries/claim-deliveries";
import { type LogEntry, logDeliveries } from "@/db/queries/deliveries/log-deliveries";
import { isStatementFault } from "@/db/sql-state";
import { captureItemsInTransaction } from "./capture";
import { type CaptureItem, sha256 } from "./commit-batch";
import { GroupCommit } from "./group-commit";
import type { Delivery, IntegrationSource } from "./integrations/integration-source";
import { newId } from "./new-id";
import { tidySearch } from "./tidy-search";

/** What a genuine delivery says, and what the log is to keep of it. */
export interface DeliveryRequest {
  claim: Claim;
  events: readonly ActivityEvent[];
  /** Its line in the log, once it is known what became of it. */
  entry(made: CapturedDelivery): LogEntry;
}

export interface CapturedDelivery {
  activityIds: string[];
  /** The delivery, or each event in it, was stored before; nothing new happened. */
  isDuplicate: boolean;
}

const KEY = Symbol.for("las.deliveries");
type Lane = GroupCommit<DeliveryRequest, CapturedDelivery>;
const globals = globalThis as { [KEY]?: WeakMap<Driver["db"], Lane> };

function laneOf(driver: Driver): Lane {
  globals[KEY] ??= new WeakMap();
  let lane = globals[KEY].get(driver.db);
  if (lane === undefined) {
    lane = new GroupCommit({
      size: ({ events }) => events.length + 1,
      commit: async (teamId, batch) => {
        const captured = await driver.db.transaction((tx) => storeDeliveries(tx, teamId, batch));
        const fresh = captured.filter(({ isDuplicate }) => !isDuplicate);
        tidySearch(
          driver,
          fresh.reduce((sum, { activityIds }) => sum + activityIds.length, 0),
        );
        return captured;
      },
      isRequestFault: isStatementFault,
    });
    globals[KEY].set(driver.db, lane);
  }
  return lane;
}

/** An event with a key of its own counts once in its integration, whichever delivery brings it: its key alone says that it is the same. */
function toItem({ integrationId }: Claim, event: ActivityEvent): CaptureItem {
  if (event.idempotencyKey === undefined) return { event };
  const idempotencyKey = `${integrationId}:${event.idempotencyKey}`;
  return { event: { ...event, idempotencyKey }, fingerprint: sha256(idempotencyKey) };
}

/** What each delivery with a fresh claim became; `hasNew` is false when every event in it was known. */
async function storeFresh(tx: Executor, teamId: string, fresh: readonly DeliveryRequest[]) {
  const items = fresh.flatMap(({ claim, events }) => events.map((event) => toItem(claim, event)));
  const stored = await captureItemsInTransaction(tx, teamId, items);
  let next = 0;
  const made = fresh.map((request) => {
    const { claim, events } = request;
    const results = stored.slice(next, next + events.length).flatMap((one) => ("activity" in one ? [one] : []));
    next += events.length;
    const activityIds = [...new Set(results.map(({ activity }) => activity.id))];
    return [request, { ...claim, activityIds, hasNew: results.some(({ replayed }) => !replayed) }] as const;
  });
  const byRequest = new Map(made);
  await setDeliveryActivities(tx, teamId, [...byRequest.values()]);
  return byRequest;
}

async function storeDeliveries(tx: Executor, teamId: string, batch: DeliveryRequest[]): Promise<CapturedDelivery[]> {
  // Equal deliveries of one batch: the first counts, the others are its duplicates.
  const firsts = new Map<string, DeliveryRequest>();
  for (const request of batch) {
    const key = claimKey(request.claim);
    if (!firsts.has(key)) firsts.set(key, request);
  }
  const unique = [...firsts.values()];
  const before = await claimDeliveries(
    tx,
    teamId,
    unique.map(({ claim }) => claim),
  );
  const fresh = unique.filter((_, place) => before[place] === null);
  const made = await storeFresh(tx, teamId, fresh);
  const idsOf = new Map([
    ...unique.map(({ claim }, place) => [claimKey(claim), before[place] ?? []] as const),
    ...[...made.values()].map((one) => [claimKey(one), one.activityIds] as const),
  ]);
  const captured = batch.map((request) => ({
    activityIds: idsOf.get(claimKey(request.claim)) ?? [],
    isDuplicate: made.get(request)?.hasNew !== true,
  }));
  await logDeliveries(
    tx,
    batch.flatMap((request, place) => {
      const result = captured[place];
      return result === undefined ? [] : [request.entry(result)];
    }),
  );
  return captured;
}

/** The id that a delivery is honoured by: the sender's, else its body's hash where the sender tries again, else one that nobody has. */
export function claimedId(source: IntegrationSource, delivery: Delivery, bodyHash: Buffer): string {
  const sent = source.deliveryId(delivery);
  if (sent !== null) return sent;
  return source.retries ? BODY_HASH + bodyHash.toString("hex") : `none:${newId()}`;
}

/** SHA-256 of a delivery's raw body. */
export function bodyHashOf(delivery: Delivery): Buffer {
  return sha256(delivery.body);
}

/** Stores what a genuine delivery says together with others of its team, unless one with its id was stored before; resolves after the commit. */
export async function captureDelivery(
  driver: Driver,
  teamId: string,
  request: DeliveryRequest,
): Promise<CapturedDelivery> {
  return await laneOf(driver).submit(teamId, request);
}
