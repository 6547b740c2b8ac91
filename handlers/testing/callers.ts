import type { Role } from "@/db/queries/teams/list-memberships";
import { createMember } from "./people";
import { signInAs } from "./sign-in";
import type { TestCall, TestServer, TestTeam } from "./test-server";

/** Everybody who may call an address of a team, with credentials that count, and with such as count no longer. */
export const ALL_CALLERS = [
  "anonymous",
  "other team",
  "viewer",
  "member",
  "admin",
  "owner",
  "owner from another site",
  "revoked session",
  "removed member",
  "key",
  "admin key",
  "other team's key",
  "revoked key",
] as const;
export type AnyCaller = (typeof ALL_CALLERS)[number];

/** Those whose credentials count: nobody, somebody of another team, every role, and keys of the team with and without `admin`. */
export const CALLERS = [
  "anonymous",
  "other team",
  "viewer",
  "member",
  "admin",
  "owner",
  "key",
  "admin key",
] as const satisfies readonly AnyCaller[];
export type CallerKind = (typeof CALLERS)[number];

/** The credentials of all of them. */
export async function createCallers(server: TestServer, team: TestTeam): Promise<Record<AnyCaller, TestCall>> {
  const { db } = server.driver;
  const { cookie } = await signInAs(db, team.userId);
  const path = `/api/teams/${team.slug}`;
  const signedIn = async (role: Role) => {
    const { userId } = await createMember(server, team, role, role);
    return { userId, ...(await signInAs(db, userId)) };
  };
  const end = async (what: string, by: TestCall) => {
    const { status } = await server.call("DELETE", what, by);
    if (status !== 204) throw new Error(`${what} answered ${status}`);
  };

  const [signedOut, removed, other] = [await signedIn("owner"), await signedIn("owner"), await server.createTeam()];
  await end(`/api/account/sessions/${signedOut.sessionId}`, { cookie: signedOut.cookie });
  await end(`${path}/members/${removed.userId}`, { cookie });
  const revokedKey = await server.createKey(team, ["capture", "read", "admin"]);
  const { text } = await server.call("GET", `${path}/keys`, { cookie });
  const keys: { items: { id: string; prefix: string }[] } = JSON.parse(text);
  await end(`${path}/keys/${keys.items.find(({ prefix }) => revokedKey.startsWith(prefix))?.id}`, { cookie });
  const cookieOf = async (role: Role) => ({ cookie: (await signedIn(role)).cookie });
  return {
    anonymous: {},
    "other team": { cookie: (await signInAs(db, other.userId)).cookie },
    viewer: await cookieOf("viewer"),
    member: await cookieOf("member"),
    admin: await cookieOf("admin"),
    owner: { cookie },
    "owner from another site": { cookie, headers: { origin: "https://elsewhere.example" } },
    "revoked session": { cookie: signedOut.cookie },
    "removed member": { cookie: removed.cookie },
    key: { key: await server.createKey(team, ["capture", "read"]) },
    "admin key": { key: team.key },
    "other team's key": { key: other.key },
    "revoked key": { key: revokedKey },
  };
}

/** Who is let in by what an address asks for. */
const POLICIES = {
  /** Whoever belongs to the team. */
  read: ["viewer", "member", "admin", "owner", "key", "admin key"],
  /** Who may change the feed. */
  capture: ["member", "admin", "owner", "key", "admin key"],
  /** Whoever may change the feed, in person. */
  "capture in person": ["member", "admin", "owner"],
  /** Who may see how the team is set up. */
  member: ["member", "admin", "owner", "admin key"],
  /** Who may see who else is there. */
  people: ["viewer", "member", "admin", "owner", "admin key"],
  /** Who runs the team. */
  admin: ["admin", "owner", "admin key"],
  /** Who runs it, in person. */
  "admin in person": ["admin", "owner"],
  owner: ["owner"],
  /** Whoever belongs to it, in person. */
  "read in person": ["viewer", "member", "admin", "owner"],
  /** Whoever is signed in, whatever team. */
  account: ["other team", "viewer", "member", "admin", "owner", "removed member"],
  /** Nobody needs to say who it is; what else the call needs is in its address or body. */
  anyone: ALL_CALLERS.filter((caller) => caller !== "owner from another site"),
} as const satisfies Record<string, readonly AnyCaller[]>;
export type Policy = keyof typeof POLICIES;

const NO_CREDENTIAL: ReadonlySet<AnyCaller> = new Set([
  "anonymous",
  "revoked session",
  "other team's key",
  "revoked key",
]);
const OUTSIDERS: ReadonlySet<AnyCaller> = new Set(["other team", "removed member"]);

/** What a caller is answered whom a policy does not let in. */
function refusalOf(policy: Policy, caller: AnyCaller): number {
  if (policy === "account") return caller === "owner from another site" ? 403 : 401;
  if (NO_CREDENTIAL.has(caller)) return 401;
  // Whether there is such a team is nobody's business outside of it.
  return OUTSIDERS.has(caller) ? 404 : 403;
}

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** What a caller is answered: `ok` when the policy lets it in. A page of another site may have something read, never changed. */
export function expectedStatus(policy: Policy, caller: AnyCaller, method: string, ok: number): number {
  const from: AnyCaller = caller === "owner from another site" && READING.has(method) ? "owner" : caller;
  const letIn: readonly AnyCaller[] = POLICIES[policy];
  return letIn.includes(from) ? ok : refusalOf(policy, from);
}
