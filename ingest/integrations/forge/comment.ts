import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";
import { isSender, nameOf } from "./people";

/** "their", "octocat's", or "a" when nobody is named. */
export function possessive(hook: Hook, user: Fields): string {
  const name = nameOf(user);
  return name === null ? "a" : isSender(hook, user) ? "their" : `${name}'s`;
}

/** What was done to a comment: "commented on", "edited their comment on", "deleted octocat's comment on". */
export function commentVerb(hook: Hook, comment: Fields): string {
  const whose = possessive(hook, comment.at("user"));
  if (hook.action === "edited") return `edited ${whose} comment on`;
  return hook.action === "deleted" ? `deleted ${whose} comment on` : "commented on";
}

/** When a comment was written or edited; no sender says when one was deleted. */
export function commentTime(hook: Hook, comment: Fields): unknown {
  if (hook.action === "created" || hook.action === null) return comment.at("created_at").value;
  return hook.action === "edited" ? comment.at("updated_at").value : undefined;
}
