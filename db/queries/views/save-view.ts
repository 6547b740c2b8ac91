import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { savedViews, teamSequences } from "../../schema";
import { type SavedView, viewColumns } from "./get-view";

/** Stores a view, of a member or, with `ownerId` null, of the team. What came before is read in it. */
export async function createView(
  db: Executor,
  teamId: string,
  view: { name: string; filter: string; ownerId: string | null },
): Promise<SavedView> {
  const head = sql`(SELECT ${teamSequences.lastSeq} FROM ${teamSequences} WHERE ${teamSequences.teamId} = ${teamId})`;
  const rows = await db
    .insert(savedViews)
    .values({ teamId, id: v7(), headSeq: head, ...view })
    .returning(viewColumns);
  const [made] = rows;
  if (made === undefined) throw new Error("a view was not stored");
  return made;
}

/** Changes a view; what is undefined stays. Null when the team has none with that id. */
export async function updateView(
  db: Executor,
  teamId: string,
  id: string,
  changes: { name?: string | undefined; filter?: string | undefined },
): Promise<SavedView | null> {
  const rows = await db
    .update(savedViews)
    .set(changes)
    .where(and(eq(savedViews.teamId, teamId), eq(savedViews.id, id)))
    .returning(viewColumns);
  return rows[0] ?? null;
}

/** Deletes a view with its marks. False when the team has none with that id. */
export async function deleteView(db: Executor, teamId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(savedViews)
    .where(and(eq(savedViews.teamId, teamId), eq(savedViews.id, id)))
    .returning({ id: savedViews.id });
  return rows.length > 0;
}
