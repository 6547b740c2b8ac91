import type { Scope } from "@/db/queries/keys/list-keys-by-hash";
import type { Role } from "@/db/queries/teams/list-memberships";

/** What each role's session may do: viewers read; members post, connect services and make keys; admins run the team; owners may end it. */
const SCOPES_OF: Readonly<Record<Role, readonly Scope[]>> = {
  owner: ["capture", "read", "admin"],
  admin: ["capture", "read", "admin"],
  member: ["capture", "read"],
  viewer: ["read"],
};

/** Whether a session of that role may do what a key with that scope may. */
export function mayAct(role: Role, scope: Scope): boolean {
  return SCOPES_OF[role].includes(scope);
}

/** The roles that somebody of that role may give, and take from those who have them. Only owners make and unmake owners. */
export function givableRoles(role: Role): readonly Role[] {
  if (role === "owner") return ["owner", "admin", "member", "viewer"];
  return role === "admin" ? ["admin", "member", "viewer"] : [];
}
