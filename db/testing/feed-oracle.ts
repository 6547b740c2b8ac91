/** For tests: what a filter means, written a second time, field by field in TypeScript; only words are left to Postgres. */
import { sql } from "drizzle-orm";
import type { Activity } from "@/activity/activity";
import { type Filter, formatEntity, type Values } from "@/activity/filter";
import { compareFeedOrder } from "@/activity/merge";
import type { Executor } from "../drivers/driver";
import { type ActivityRow, activityColumns, toActivity } from "../queries/to-activity";
import { toSearchQuery } from "../search/to-search-query";

function passes(values: Values | undefined, test: (value: string) => boolean): boolean {
  if (values === undefined) return true;
  return (values.any.length === 0 || values.any.some(test)) && !values.not.some(test);
}

function matches(activity: Activity, filter: Filter): boolean {
  return (
    passes(filter.type, (value) =>
      value.endsWith(".*") ? activity.eventType.startsWith(value.slice(0, -1)) : activity.eventType === value,
    ) &&
    passes(filter.group, (value) => activity.group === value) &&
    passes(filter.actor, (value) => activity.actorId === value) &&
    passes(filter.actorKey, (value) => activity.actorKey === value) &&
    passes(filter.entity, (value) => formatEntity(activity.entityType, activity.entityKey) === value) &&
    passes(filter.source, (value) => activity.source === value) &&
    (filter.from === undefined || activity.timestamp >= filter.from) &&
    (filter.to === undefined || activity.timestamp < filter.to) &&
    (filter.important === undefined || activity.isImportant)
  );
}

/** Every activity of the team that passes the filter and is not hidden, in feed order. */
export async function listByOracle(db: Executor, teamId: string, filter: Filter): Promise<Activity[]> {
  const words = filter.q === undefined ? null : toSearchQuery(filter.q);
  const { rows } = await db.execute<ActivityRow>(sql`
    SELECT ${activityColumns} FROM activity_events e
    WHERE e.team_id = ${teamId} AND (${words}::tsquery IS NULL OR e.search @@ ${words}::tsquery)`);
  return rows
    .map(toActivity)
    .filter((activity) => activity.hiddenSeq === undefined && matches(activity, filter))
    .sort(compareFeedOrder);
}
