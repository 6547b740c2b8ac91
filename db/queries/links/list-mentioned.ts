import { type SQL, sql } from "drizzle-orm";
import type { ActorKind } from "@/activity/event-schema";
import type { Executor } from "../../drivers/driver";

/** An actor, by what it is recognised by in a text. */
export interface Mentioned {
  id: string;
  kind: ActorKind;
  names: string[];
}

/** ASCII capitals made small and everything but printable ASCII left out: what a part of a text becomes is a part of what the text becomes. */
function skeletonOf(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[^ -~]/g, "");
}

/** As {@link skeletonOf}, whatever the database knows of other letters. */
function skeleton(column: SQL): SQL {
  const [large, small] = ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];
  return sql`regexp_replace(translate(${column}, ${large}, ${small}), '[^ -~]', '', 'g')`;
}

/** Actors of the team whose name or posted id, of two characters at least, stands somewhere in the text, whatever the case. */
export async function listMentioned(db: Executor, teamId: string, text: string): Promise<Mentioned[]> {
  const [lower, bones] = [text.toLowerCase(), skeletonOf(text)];
  const stands = (column: SQL) => sql`position(${skeleton(column)} IN ${bones}) > 0`;
  const { rows } = await db.execute<{ id: string; kind: ActorKind; name: string | null; key: string }>(sql`
    SELECT a.id, a.kind, a.name, a.key FROM actors a
    WHERE a.team_id = ${teamId} AND (${stands(sql`coalesce(a.name, a.key)`)} OR ${stands(sql`a.key`)})`);
  return rows.flatMap(({ id, kind, name, key }) => {
    const names = [name ?? key, key].filter((one) => one.length > 1 && lower.includes(one.toLowerCase()));
    return names.length === 0 ? [] : [{ id, kind, names }];
  });
}
