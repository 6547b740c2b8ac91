// Copying a team, its people: whoever has an account at the target keeps it, everybody else brings theirs along.
import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";
import { users } from "../schema";
import type { TeamTable } from "./team-tables";

/** The accounts that a team's rows name, made at the target where its address has none. Gives ids there by ids here. */
export async function matchUsers(
  source: Executor,
  target: Executor,
  tables: readonly TeamTable[],
  teamId: string,
): Promise<Map<string, string>> {
  const named = tables.flatMap(({ name, owner, columns }) =>
    columns
      .filter(({ isUser }) => isUser)
      .map(
        (column) => sql`SELECT ${sql.identifier(column.name)}::text AS id FROM ${sql.identifier(name)}
          WHERE ${sql.identifier(owner)} = ${teamId}::uuid AND ${sql.identifier(column.name)} IS NOT NULL`,
      ),
  );
  const { rows } = await source.execute<{ id: string }>(sql.join(named, sql` UNION `));
  const people =
    rows.length === 0
      ? []
      : await source
          .select()
          .from(users)
          .where(
            inArray(
              users.id,
              rows.map(({ id }) => id),
            ),
          );
  const ids = new Map<string, string>();
  for (const person of people) {
    const [there] = await target.select({ id: users.id }).from(users).where(eq(users.email, person.email));
    const [namesake] = await target.select({ id: users.id }).from(users).where(eq(users.id, person.id));
    const id = there?.id ?? (namesake === undefined ? person.id : randomUUID());
    if (there === undefined) await target.insert(users).values({ ...person, id });
    ids.set(person.id, id);
  }
  return ids;
}
