import { type Actor, type Entity, entity, stableId } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";

/** GitHub itself, for what no person did. */
export const GITHUB: Actor = { id: "github", name: "GitHub", kind: "integration" };

/** An account as an actor; null when it has no login. Bots are integrations. */
function account(user: Fields): Actor | null {
  const name = user.text("login");
  if (name === null) return null;
  const avatarUrl = user.url("avatar_url");
  return {
    id: stableId(user.text("id") ?? name),
    name,
    kind: user.text("type") === "Bot" ? "integration" : "user",
    ...(avatarUrl ? { avatarUrl } : {}),
  };
}

/** Who caused the delivery; GitHub when it names nobody, or its own account, as security alerts do. */
export function sender(hook: Hook): Actor {
  const user = hook.payload.at("sender");
  const isGithub = user.text("type") === "Organization" && user.text("login") === "github";
  return (isGithub ? null : account(user)) ?? GITHUB;
}

/** The GitHub App that did it, such as GitHub Actions; GitHub when it is not named. */
export function app(fields: Fields): Actor {
  const name = fields.text("name", "slug");
  return name === null ? GITHUB : { id: stableId("app:", fields.text("id") ?? name), name, kind: "integration" };
}

/** True when the account is the sender's own. */
export function isSender(hook: Hook, user: Fields): boolean {
  const login = user.text("login");
  return login !== null && login === hook.payload.text("sender.login");
}

/** An account as the thing that something was done to. */
export function person(user: Fields, unknown = "someone"): Entity {
  const name = user.text("login", "name") ?? unknown;
  return entity("user", user.text("id") ?? name, name, { url: user.url("html_url") });
}
