import { actor, entity, type NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { userUrl, type Workspace } from "./workspace";

type Actor = NamelessDraft["actor"];

/** Slack itself, for what no person is named for. */
export const SLACK: Actor = actor("slack", "Slack", { kind: "integration" });

const AVATARS = ["image_192", "image_72", "image_48", "image_512", "image_original"];

/** An account as events carry it: its id alone, an object with or without a profile. */
export function person(fields: Fields): Actor | null {
  const id = fields.text("id", "user_id") ?? fields.text("");
  const name = fields.text(
    "profile.display_name",
    "profile.real_name",
    "real_name",
    "display_name",
    "name",
    "username",
    "user_name",
  );
  if (id === null && name === null) return null;
  // Whose message was withheld is not told.
  if (id === "UREVOKEDU") return SLACK;
  if (id === "USLACKBOT") return actor(id, "Slackbot", { kind: "integration" });
  return actor(id ?? name ?? "", name, {
    ...(fields.flag("is_bot") ? { kind: "integration" } : {}),
    avatarUrl: fields.at("profile").url(...AVATARS),
  });
}

/** Who wrote a message: a person, or an app under its own name or one it gave itself. */
export function author(message: Fields): Actor {
  const bot = message.text("bot_id", "bot_profile.id");
  const user = message.text("user", "user.id");
  if (bot !== null || message.text("subtype") === "bot_message") {
    const name = message.text("username", "bot_profile.name");
    const id = user ?? bot ?? name;
    const icons = [message.at("icons"), message.at("bot_profile.icons")];
    const avatarUrl = icons.map((one) => one.url("image_72", "image_48", "image_36")).find((url) => url !== null);
    return id === null ? SLACK : actor(id, name, { kind: "integration", avatarUrl: avatarUrl ?? null });
  }
  const known = person(message.at("user"));
  if (known === null || known.name !== undefined) return known ?? SLACK;
  const profile = message.at("user_profile");
  return actor(known.id, profile.text("display_name", "real_name", "name"), { avatarUrl: profile.url(...AVATARS) });
}

/** Where events put who did it, an account or its id, the nearest first. */
const DOERS = [
  "user",
  "user_id",
  "actor_id",
  "actor",
  "accepting_user",
  "approving_user",
  "declining_user",
  "invite.inviting_user",
  "assistant_thread.user_id",
  "channel.creator",
  "subteam.updated_by",
  "subteam.created_by",
  "invite_request.requester_ids",
];

/** Who did something other than write; Slack when it names nobody. */
export function doer(event: Fields): Actor {
  for (const path of DOERS) {
    const [listed] = event.list(path, 1);
    const found = person(listed ?? event.at(path));
    if (found !== null) return found;
  }
  return SLACK;
}

/** The account of an event that is about one, who mostly did it as well. */
export function accountHolder(event: Fields): Actor {
  return person(event.at("user")) ?? actor("someone", "Someone");
}

/** That account as the thing something happened to. */
export function accountEntity(workspace: Workspace, event: Fields): NamelessDraft["entity"] {
  const { id, name = null } = accountHolder(event);
  return entity("user", id, name, { url: userUrl(workspace, id) });
}
