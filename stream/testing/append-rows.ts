import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/db/drivers/driver";
import { actors, entities } from "@/db/schema";
import { toSearchVector } from "@/db/search/to-search-vector";

/** The parts of an event that stream tests care about. */
interface TestEvent {
  eventType?: string;
  message?: string;
}

/** Appends events to one team straight through SQL; each call is one transaction. Gives the seq of each. */
export type AppendRows = (events: readonly TestEvent[]) => Promise<number[]>;

/** An appender with an actor and an entity of its own. `functionName` names another function of the same shape. */
export async function createAppender(db: Db, teamId: string, functionName = "append_activities"): Promise<AppendRows> {
  const [actorId, entityId] = [uuidv7(), uuidv7()];
  await db.insert(actors).values({ teamId, id: actorId, source: "test", key: actorId, name: "Ada", kind: "user" });
  await db.insert(entities).values({ teamId, id: entityId, source: "test", type: "task", key: entityId, name: "Docs" });
  return async (events) => {
    const all = <T>(value: T) => sql.param(events.map(() => value));
    const { rows } = await db.execute<{ seq: string | number }>(sql`
      SELECT seq FROM ${sql.identifier(functionName)}(${teamId}::uuid, ${sql.param(events.map(() => uuidv7()))}::uuid[],
        ${sql.param(events.map(({ eventType }) => eventType ?? "task.created"))}::text[], ${all("task")}::text[],
        ${all(actorId)}::uuid[], ${all(actorId)}::text[], ${all("Ada")}::text[], ${all("user")}::text[], ${all(null)}::text[],
        ${all(null)}::timestamptz[], ${all("task")}::text[], ${all(entityId)}::uuid[], ${all(entityId)}::text[],
        ${all("Docs")}::text[], ${all(null)}::text[], ${all(null)}::text[], ${all("{}")}::jsonb[],
        ${sql.param(events.map(({ message }) => message ?? "Ada created Docs"))}::text[], ${all("plus")}::text[],
        ${all("blue")}::text[], ${all(false)}::boolean[], ${all("test")}::text[],
        ${sql.param(events.map(({ message }) => toSearchVector([message ?? "Ada created Docs"])))}::tsvector[],
        NULL, NULL, NULL, NULL, NULL, NULL)`);
    const first = Number(rows[0]?.seq);
    return events.map((_, place) => first + place);
  };
}
