/** What a member may be, from most to least. */
export type Role = "owner" | "admin" | "member" | "viewer";

/** What each role is called. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

/** What each role may do. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  owner: "Everything, and hands the team over",
  admin: "Invites people, and runs the team",
  member: "Connects services, makes keys, and posts",
  viewer: "Reads the feed",
};
