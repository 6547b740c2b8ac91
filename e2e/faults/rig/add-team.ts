import type { Product } from "./product";
import { sessionOf } from "./session-of";

/** A team of somebody who is in no other, with a key of every scope. */
export interface AddedTeam {
  id: string;
  slug: string;
  cookie: string;
  key: string;
}

/** Makes an account past the server, and with its session, through the API, a team and a key. */
export async function addTeam(product: Product, name: string): Promise<AddedTeam> {
  const { cluster, database, server } = product;
  const [user] = await cluster.query<{ id: string }>(
    database,
    "INSERT INTO users (id, name, email, password_hash) VALUES (gen_random_uuid(), $1, $1 || '@example.test', 'none') RETURNING id",
    [name],
  );
  const cookie = await sessionOf(product, user?.id ?? "");
  const create = async (path: string, body: unknown) => {
    const headers = { cookie, origin: server.origin, "content-type": "application/json" };
    const answer = await fetch(server.origin + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  };
  const { team: slug }: { team: string } = await create("/api/teams", { name });
  const scopes = ["capture", "read", "admin"];
  const { key }: { key: string } = await create(`/api/teams/${slug}/keys`, { name: `Key of ${name}`, scopes });
  const [row] = await cluster.query<{ id: string }>(database, "SELECT id FROM teams WHERE slug = $1", [slug]);
  return { id: row?.id ?? "", slug, cookie, key };
}
