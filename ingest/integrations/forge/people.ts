import { type Actor, actor, type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";

/** What people call an account: its full name where the sender has one, else its login; null when it has neither. */
export function nameOf(user: Fields): string | null {
  return user.text("full_name", "login", "username");
}

/** An account as an actor; null when it has no name. */
export function accountActor(user: Fields, kind: Actor["kind"]): Actor | null {
  const name = nameOf(user);
  return name === null ? null : actor(user.text("id") ?? name, name, { kind, avatarUrl: user.url("avatar_url") });
}

/** Who caused the delivery; the service itself when it names nobody, or its own account. */
export function sender(hook: Hook): Actor {
  return hook.forge.account(hook.payload.at("sender")) ?? hook.forge.itself;
}

/** True when the account is the sender's own. */
export function isSender(hook: Hook, user: Fields): boolean {
  const login = user.text("login", "username");
  return login !== null && login === hook.payload.text("sender.login", "sender.username");
}

/** "themselves", or the account's name; null when nobody is named. */
export function themselvesOr(hook: Hook, user: Fields): string | null {
  return isSender(hook, user) ? "themselves" : nameOf(user);
}

/** An account as the thing that something was done to. */
export function person(user: Fields, unknown = "someone"): Entity {
  const name = nameOf(user) ?? user.text("name") ?? unknown;
  return entity("user", user.text("id") ?? name, name, { url: user.url("html_url") });
}
