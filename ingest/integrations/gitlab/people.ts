import { type Actor, actor, type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";
import { pageUrl } from "./places";

/** GitLab itself, for what no person did, or none that it names. */
export const GITLAB: Actor = actor("gitlab", "GitLab", { kind: "integration" });

/** GitLab's own agent. */
export const DUO: Actor = actor("gitlab-duo", "GitLab Duo", { kind: "agent" });

/** Users that GitLab makes for access tokens, service accounts and its own helpers; nothing else marks them. */
const BOT = /^((project|group)_\d+_bot(_|\d|$)|service_account_|((support|alert|security|ghost)-|gitlab-.*)bot\d*$)/i;

/** A user as an actor; null when it has no name. */
export function account(user: Fields): Actor | null {
  const username = user.text("username");
  const name = user.text("name") ?? username;
  if (name === null) return null;
  if (username === "GitLabDuo") return DUO;
  const kind = username !== null && BOT.test(username) ? "integration" : "user";
  return actor(user.text("id") ?? username ?? name, name, { kind, avatarUrl: user.url("avatar_url") });
}

/** Pushes, and some hooks of a whole system, name their user in fields of their own. */
function flatAccount(payload: Fields): Actor | null {
  const username = payload.text("user_username");
  const name = payload.text("user_name") ?? username;
  if (name === null) return null;
  const kind = username !== null && BOT.test(username) ? "integration" : "user";
  return actor(payload.text("user_id") ?? username ?? name, name, { kind, avatarUrl: payload.url("user_avatar") });
}

/** Who caused the delivery; GitLab when it names nobody. */
export function sender(hook: Hook): Actor {
  return account(hook.payload.at("user")) ?? flatAccount(hook.payload) ?? GITLAB;
}

/** True when a user is the one that caused the delivery. */
export function isSender(hook: Hook, user: Fields): boolean {
  return ["id", "username"].some((key) => {
    const value = user.text(key);
    return value !== null && value === hook.payload.text(`user.${key}`);
  });
}

/** The shown name of a user; null when it has none. */
export function nameOf(user: Fields): string | null {
  return user.text("name", "username");
}

/** The member whom an event of a group or project is about, as an actor and as a thing. */
export function member(hook: Hook): { asActor: Actor; asEntity: Entity } {
  const { payload } = hook;
  const username = payload.text("user_username", "username");
  const name = payload.text("user_name", "name") ?? username ?? "someone";
  const id = payload.text("user_id") ?? username ?? name;
  return {
    asActor: actor(id, name),
    asEntity: entity("user", id, name, { reference: username, url: pageUrl(hook, username) }),
  };
}
