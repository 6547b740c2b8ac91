import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { addMember } from "@/db/queries/teams/add-member";
import type { Role } from "@/db/queries/teams/list-memberships";
import { createUser } from "@/db/queries/users/create-user";
import { listUsers } from "@/db/queries/users/list-users";
import { env } from "@/env";
import type { TestServer, TestTeam } from "./test-server";

/** A new person in a team, signed in. */
export async function addPerson(
  server: TestServer,
  team: Pick<TestTeam, "id">,
  role: Role,
): Promise<{ userId: string; cookie: string }> {
  const { db } = server.driver;
  const email = `${randomUUID()}@example.test`;
  const userId = await createUser(db, { name: "Bo", email, passwordHash: "none" });
  await db.transaction((tx) => addMember(tx, team.id, userId, role));
  const sessionVersion = (await listUsers(db, [userId]))[0]?.sessionVersion;
  const token = await encode({ token: { sub: userId, sessionVersion }, secret: env.NEXTAUTH_SECRET ?? "" });
  return { userId, cookie: `next-auth.session-token=${token}` };
}
