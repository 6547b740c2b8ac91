import { type Actor, actor } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";

/** Linear itself: its automations, and what nobody is named for. */
export const LINEAR: Actor = actor("linear", "Linear", { kind: "integration" });

/** A user, app or integration as an actor; null when it has no name. */
export function account(by: Fields): Actor | null {
  const service = by.text("service");
  const name =
    by.text("name", "displayName") ?? (service === null ? null : service.charAt(0).toUpperCase() + service.slice(1));
  if (name === null) return null;
  const isApp = /^(oauth_?client|integration|app|bot)/i.test(by.text("type") ?? "") || by.flag("app");
  const kind = isApp || service !== null ? "integration" : "user";
  return actor(by.text("id") ?? name, name, { kind, avatarUrl: by.url("avatarUrl") });
}

/** Who did it. Bodies of old name no actor, but who wrote a comment or created an issue. */
export function doer(hook: Hook): Actor {
  const { data, payload } = hook;
  const known = account(payload.at("actor")) ?? account(data.at("botActor"));
  if (known !== null) return known;
  const isOwn =
    payload.at("actor").value === undefined && /^(Comment|Reaction|ProjectUpdate|InitiativeUpdate)$/.test(hook.type);
  const author = isOwn ? account(data.at("user")) : null;
  return author ?? (hook.action === "create" ? account(data.at("creator")) : null) ?? LINEAR;
}

/** True when a user is the one that did it. */
export function isDoer(hook: Hook, user: Fields): boolean {
  const id = user.text("id");
  return id !== null && id === hook.payload.text("actor.id");
}
