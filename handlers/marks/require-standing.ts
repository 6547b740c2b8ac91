import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import type { Executor } from "@/db/drivers/driver";
import { listSuccessors } from "@/db/queries/list-successors";

const idSchema = z.uuid().toLowerCase();

/** The id of what stands today in the place of an activity: its own, or that of its correction. Throws `not_found` for no activity of the team, and for one that was withdrawn. */
export async function requireStanding(db: Executor, teamId: string, asked: string | undefined): Promise<string> {
  const id = idSchema.safeParse(asked);
  const standing = id.success ? (await listSuccessors(db, teamId, [id.data])).get(id.data) : undefined;
  if (standing == null) throw new ActivityError("not_found", "There is no such activity.");
  return standing;
}
