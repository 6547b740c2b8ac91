import { and, eq, or, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { deliveries } from "../../schema";

/** What an id that was made of a body's hash starts with; it is honoured for a day, a sender's own for ever. */
export const BODY_HASH = "sha256:";

/** A delivery to be honoured once. */
export interface Claim {
  integrationId: string;
  /** The sender's id of it, or {@link BODY_HASH} and the hash of its body. */
  deliveryId: string;
  bodyHash: Buffer;
  eventType: string;
}

/** Equal for equal deliveries. */
export function claimKey(claim: Pick<Claim, "integrationId" | "deliveryId">): string {
  return `${claim.integrationId}\n${claim.deliveryId}`;
}

/**
 * Claims delivery ids, no two of them equal, inside the transaction that stores what they say; an equal delivery at the same
 * moment waits here. One answer a claim, in order: null when it is new, else the ids of the activities that it made before.
 */
export async function claimDeliveries(
  tx: Executor,
  teamId: string,
  claims: readonly Claim[],
): Promise<(string[] | null)[]> {
  // Sorted, so that two batches never wait for each other.
  const sorted = claims.toSorted((a, b) => (claimKey(a) < claimKey(b) ? -1 : 1));
  const values = (pick: (claim: Claim) => string) => sql.param(sorted.map(pick));
  const { rows } = await tx.execute<{ integration_id: string; delivery_id: string }>(sql`
    INSERT INTO deliveries AS d (team_id, integration_id, delivery_id, body_hash, event_type, activity_ids)
    SELECT ${teamId}::uuid, i.integration_id, i.delivery_id, decode(i.hash, 'hex'), i.event_type, '{}'
    FROM unnest(${values(({ integrationId }) => integrationId)}::uuid[], ${values(({ deliveryId }) => deliveryId)}::text[],
      ${values(({ bodyHash }) => bodyHash.toString("hex"))}::text[], ${values(({ eventType }) => eventType)}::text[])
      WITH ORDINALITY AS i (integration_id, delivery_id, hash, event_type, o)
    ORDER BY i.o
    ON CONFLICT (team_id, integration_id, delivery_id) DO UPDATE SET received_at = now(), activity_ids = '{}'
      WHERE starts_with(d.delivery_id, ${BODY_HASH}) AND d.received_at < now() - interval '24 hours'
    RETURNING d.integration_id, d.delivery_id`);
  const fresh = new Set(
    rows.map((row) => claimKey({ integrationId: row.integration_id, deliveryId: row.delivery_id })),
  );
  const known = claims.filter((claim) => !fresh.has(claimKey(claim)));
  const before = known.length === 0 ? [] : await readKnown(tx, teamId, known);
  const found = new Map(before.map((row) => [claimKey(row), row.activityIds]));
  return claims.map((claim) => (fresh.has(claimKey(claim)) ? null : (found.get(claimKey(claim)) ?? [])));
}

async function readKnown(tx: Executor, teamId: string, known: readonly Claim[]) {
  const isKnown = known.map((claim) =>
    and(eq(deliveries.integrationId, claim.integrationId), eq(deliveries.deliveryId, claim.deliveryId)),
  );
  return await tx
    .select({
      integrationId: deliveries.integrationId,
      deliveryId: deliveries.deliveryId,
      activityIds: deliveries.activityIds,
    })
    .from(deliveries)
    .where(and(eq(deliveries.teamId, teamId), or(...isKnown)));
}

/** Notes which activities each claimed delivery made. */
export async function setDeliveryActivities(
  tx: Executor,
  teamId: string,
  made: readonly { integrationId: string; deliveryId: string; activityIds: readonly string[] }[],
): Promise<void> {
  if (made.length === 0) return;
  const values = (pick: (one: (typeof made)[number]) => string) => sql.param(made.map(pick));
  await tx.execute(sql`
    UPDATE deliveries d SET activity_ids = string_to_array(i.ids, ',')::uuid[]
    FROM unnest(${values(({ integrationId }) => integrationId)}::uuid[], ${values(({ deliveryId }) => deliveryId)}::text[],
      ${values(({ activityIds }) => activityIds.join(","))}::text[]) AS i (integration_id, delivery_id, ids)
    WHERE d.team_id = ${teamId}::uuid AND d.integration_id = i.integration_id AND d.delivery_id = i.delivery_id`);
}
