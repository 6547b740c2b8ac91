import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { z } from "zod";
import { addMember } from "@/db/queries/teams/add-member";
import type { Role } from "@/db/queries/teams/list-memberships";
import { createUser } from "@/db/queries/users/create-user";
import { auditLog } from "@/db/schema";
import { env } from "@/env";
import type { TestServer, TestTeam } from "./test-server";

/** Somebody with an account, and a session of theirs. */
export interface TestPerson {
  userId: string;
  email: string;
  cookie: string;
}

/** A new account, signed in, in no team. */
export async function createPerson(server: TestServer, name: string): Promise<TestPerson> {
  const email = `${randomUUID()}@example.test`;
  const userId = await createUser(server.driver.db, { name, email, passwordHash: "none" });
  const token = await encode({ token: { sub: userId, sessionVersion: 1 }, secret: env.NEXTAUTH_SECRET ?? "" });
  return { userId, email, cookie: `next-auth.session-token=${token}` };
}

/** A new account, signed in, with that role in the team. */
export async function createMember(server: TestServer, team: TestTeam, role: Role, name = "Bo"): Promise<TestPerson> {
  const person = await createPerson(server, name);
  await server.driver.db.transaction((tx) => addMember(tx, team.id, person.userId, role));
  return person;
}

/** A team's audit log, the oldest line first. */
export async function listNoted(server: TestServer, team: TestTeam) {
  return await server.driver.db.select().from(auditLog).where(eq(auditLog.teamId, team.id)).orderBy(auditLog.id);
}

const toldSchema = z.object({
  items: z.array(z.object({ eventType: z.string(), message: z.string(), metadata: z.unknown() })),
});

/** What the team was told of itself, the newest first. */
export async function listTold(server: TestServer, team: TestTeam) {
  const { body } = await server.call("GET", `${team.activities}?source=team`, { key: team.key });
  return toldSchema.parse(body).items.map(({ eventType, message, metadata }) => ({ eventType, message, metadata }));
}
