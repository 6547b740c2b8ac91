import { BODY_BYTES, entity, type NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { channelEntity, hasChannel } from "./channel";
import { doer } from "./people";
import { messageText, said } from "./plain-text";
import type { Describe, Draft, Told } from "./told";
import { channelUrl, type Workspace } from "./workspace";

/** A file, of which most events know the id alone. */
function fileEntity(workspace: Workspace, event: Fields, file: Fields): NamelessDraft["entity"] {
  const id = file.text("id") ?? file.text("") ?? event.text("file_id");
  const name = file.text("title", "name");
  return entity("file", id ?? "file", id === null ? (name ?? "a file") : name, {
    url: file.url("permalink") ?? channelUrl(workspace, event.text("channel_id", "channel", "item.channel")),
  });
}

/** A message or file that somebody did something to; `file` is the word for the latter. */
function onItem({ event, workspace }: Told, metadata: Record<string, unknown> = {}): Draft {
  const item = event.at("item");
  const file = item.has("file") ? item.at("file") : item.text("type") === "file" ? item.at("file") : null;
  const by = doer(event);
  // A pinned file was shared in a channel, and the pin is that channel's.
  if (file !== null && !hasChannel(event))
    return { words: ["file"], actor: by, entity: fileEntity(workspace, event, file), metadata };
  const ts = item.text("ts", "message.ts");
  const isPlace = ts === null && file === null;
  return {
    words: isPlace && item.text("type") !== "message" ? ["channel"] : [],
    actor: by,
    entity: channelEntity(workspace, event, { ts, url: item.url("message.permalink", "file.permalink") }),
    metadata: {
      ...metadata,
      ...said(messageText(item.at("message"))),
      item: file === null ? "a message" : "a file",
      ts,
      itemUser: event.text("item_user") ?? item.text("message.user"),
    },
  };
}

/** `reaction_added`, `reaction_removed`. */
export const describeReaction: Describe = (told) => {
  const reaction = told.event.text("reaction");
  return onItem(told, { reaction: reaction === null ? null : `:${reaction}:` });
};

/** `pin_added`, `pin_removed`, `star_added`, `star_removed`. */
export const describeItem: Describe = (told) => onItem(told);

/** `file_created`, `file_shared`, `file_public`, `file_change`, `file_deleted` and the like. */
export const describeFile: Describe = ({ event, workspace }) => {
  const comment = event.at("comment");
  return {
    actor: doer(event),
    entity: fileEntity(workspace, event, event.at("file")),
    metadata: {
      channel: event.text("channel_id"),
      type: event.text("file.pretty_type", "file.filetype"),
      body: comment.has("") ? comment.body("comment", BODY_BYTES) : null,
    },
  };
};

/** `link_shared`: a link to a site that the app cares for; in a message that is still being written there is no channel yet. */
export const describeLink: Describe = ({ event, workspace }) => {
  const links = event.list("links", 10);
  const domain = links[0]?.text("domain", "url") ?? null;
  const ts = event.text("message_ts");
  const urls = links.map((link) => link.url("url"));
  const base = { actor: doer(event), metadata: { domain: domain ?? "a site", links: urls, ts } };
  if (event.text("source") !== "composer") return { ...base, entity: channelEntity(workspace, event, { ts }) };
  const name = domain ?? "a site";
  return { ...base, words: ["composer"], entity: entity("link", urls[0] ?? name, name, { url: urls[0] ?? null }) };
};
