import { encode } from "next-auth/jwt";
import type { Product } from "./product";

/** Makes that many members of the product's team, past the server, and gives the session of each as headers. */
export async function addMembers(
  { cluster, database, env }: Product,
  count: number,
): Promise<Record<string, string>[]> {
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
  const secret = env.NEXTAUTH_SECRET ?? "";
  return await Promise.all(
    rows.map(async ({ id }) => {
      const token = await encode({ token: { sub: id, sessionVersion: 1 }, secret });
      return { cookie: `next-auth.session-token=${token}` };
    }),
  );
}
