import type { Product } from "./product";
import { sessionOf } from "./session-of";

/** Makes that many members of the product's team, past the server, and gives the session of each as headers. */
export async function addMembers(product: Product, count: number): Promise<Record<string, string>[]> {
  const { cluster, database } = product;
  const rows = await cluster.query<{ id: string }>(
    database,
    `WITH people AS (
       INSERT INTO users (id, name, email, password_hash)
       SELECT gen_random_uuid(), 'Member ' || n, 'member' || n || '@example.test', 'none' FROM generate_series(1, ${count}) n
       RETURNING id
     ), joined AS (
       INSERT INTO members (team_id, user_id, role) SELECT t.id, p.id, 'member' FROM teams t, people p
     )
     SELECT id FROM people`,
  );
  return await Promise.all(rows.map(async ({ id }) => ({ cookie: await sessionOf(product, id) })));
}
