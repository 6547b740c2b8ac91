import { sql } from "drizzle-orm";
import { openDriver } from "@/db/client";
import type { Heard } from "./load-schema";

/** What is in the database of the deliveries that a load sent. */
export interface Stored {
  /** Deliveries that were answered 2xx and are not there exactly once, each with one activity of its own. */
  faults: number;
  /** Deliveries that were told to come back, and are there all the same. */
  kept: number;
  accepted: number;
}

/** Holds what was answered against what is stored, in the database at `url` or the embedded one in `dataDir`, which nobody else has open. */
export async function countFaults(where: { url?: string; dataDir: string }, heard: readonly Heard[]): Promise<Stored> {
  const driver = await openDriver(where);
  try {
    const { rows } = await driver.db.execute<{ id: string; made: number; found: number }>(sql`
      SELECT d.delivery_id AS id, cardinality(d.activity_ids) AS made, count(e.id)::int AS found
      FROM deliveries d LEFT JOIN activity_events e ON e.team_id = d.team_id AND e.id = ANY (d.activity_ids)
      GROUP BY d.team_id, d.integration_id, d.delivery_id, d.activity_ids`);
    const stored = new Map<string, number>();
    for (const { id, made, found } of rows) {
      const isWhole = made === 1 && found === 1;
      stored.set(id, (stored.get(id) ?? 0) + (isWhole ? 1 : 2));
    }
    const { rows: all } = await driver.db.execute<{ events: number; listed: number }>(sql`
      SELECT (SELECT count(*)::int FROM activity_events WHERE source <> 'team') AS events,
        (SELECT coalesce(sum(cardinality(activity_ids)), 0)::int FROM deliveries) AS listed`);
    const accepted = heard.flatMap((sender) => sender.accepted);
    const unlisted = Math.abs((all[0]?.events ?? 0) - (all[0]?.listed ?? 0));
    return {
      faults: accepted.filter((id) => stored.get(id) !== 1).length + unlisted,
      kept: heard.flatMap((sender) => sender.refused).filter((id) => stored.has(id)).length,
      accepted: accepted.length,
    };
  } finally {
    await driver.close();
  }
}
