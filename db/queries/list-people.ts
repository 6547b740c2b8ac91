import { and, asc, eq, sql } from "drizzle-orm";
import type { EventId } from "@/activity/event-id";
import type { ActorKind } from "@/activity/event-schema";
import type { Executor } from "../drivers/driver";
import { actors, teamSequences } from "../schema";
import { beginning, holding } from "./like-pattern";

export interface Person {
  id: string;
  /** The id it was posted with. */
  key: string;
  name: string;
  kind: ActorKind;
  avatarUrl: string | null;
}

/**
 * Actors of a team whose name (or key, without one) holds `part`, whatever the case: those that begin with it first, at most 50.
 * `place` is how far the team's history went in the same snapshot; null when nobody was found.
 */
export async function listPeople(
  db: Executor,
  teamId: string,
  part: string,
): Promise<{ items: Person[]; place: EventId | null }> {
  const name = sql<string>`coalesce(${actors.name}, ${actors.key})`;
  const { epoch, lastSeq } = teamSequences;
  const rows = await db
    .select({
      id: actors.id,
      key: actors.key,
      name,
      kind: actors.kind,
      avatarUrl: actors.avatarUrl,
      epoch,
      seq: lastSeq,
    })
    .from(actors)
    .innerJoin(teamSequences, eq(teamSequences.teamId, actors.teamId))
    .where(and(eq(actors.teamId, teamId), sql`${name} ilike ${holding(part)}`))
    .orderBy(sql`${name} not ilike ${beginning(part)}`, sql`lower(${name})`, asc(actors.id))
    .limit(50);
  return {
    items: rows.map(({ epoch: _, seq: __, ...person }) => person),
    place: rows[0] === undefined ? null : { epoch: rows[0].epoch, seq: rows[0].seq },
  };
}
