import { type Actor, actor } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";

/** Jira itself, for what it tells without saying who did it. */
export const JIRA: Actor = actor("jira", "Jira", { kind: "integration" });

/** An account as an actor: the Cloud's by its account id, a server's by its key. Apps and automation are integrations. */
export function account(user: Fields): Actor | null {
  const name = user.text("displayName", "name", "key", "accountId");
  if (name === null) return null;
  return actor(user.text("accountId", "key", "name") ?? name, name, {
    kind: user.text("accountType") === "app" ? "integration" : "user",
    avatarUrl: user.at("avatarUrls").url("48x48", "32x32", "24x24"),
  });
}

/** Who did it: whom Jira names, else who wrote the thing at one of `paths`. A server names some by their keys alone. */
export function doer({ payload }: Hook, ...paths: string[]): Actor {
  for (const path of ["user", ...paths]) {
    const found = account(payload.at(path));
    if (found !== null) return found;
  }
  const name = payload.text("user_id", "user_key");
  return name === null ? JIRA : actor(payload.text("user_key") ?? name, name);
}
