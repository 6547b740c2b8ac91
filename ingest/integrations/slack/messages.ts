import { actor, type NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { channelEntity } from "./channel";
import { author, SLACK } from "./people";
import { messageText, said } from "./plain-text";
import type { Describe, Draft, Told } from "./told";

/** Messages that Slack writes itself about what their subtype says: their words would say it twice. */
const NOTICES = new Set(
  "join leave topic purpose name archive unarchive convert_to_private posting_permissions"
    .split(" ")
    .flatMap((word) => [`channel_${word}`, `group_${word}`])
    .concat("pinned_item", "unpinned_item", "ekm_access_denied", "huddle_thread", "channel_canvas_updated"),
);

/** "report.pdf", "3 files". */
function filesOf(message: Fields): { shared: string; files: (string | null)[] } {
  const files = message.list("files", 10).map((file) => file.text("title", "name"));
  const [first] = files;
  const shared = files.length > 1 ? `${message.length("files")} files` : (first ?? "a file");
  return { shared, files };
}

/** A new message, whatever its subtype. */
function posted({ event, workspace }: Told): Draft {
  const subtype = event.text("subtype");
  const ts = event.text("ts");
  const threadTs = event.text("thread_ts");
  const isReply = threadTs !== null && threadTs !== ts;
  const isNotice = subtype !== null && NOTICES.has(subtype);
  const isRename = subtype === "channel_name" || subtype === "group_name";
  return {
    words: subtype !== null ? [subtype] : isReply ? ["thread_reply"] : [],
    actor: author(event),
    entity: channelEntity(workspace, event, { ts, name: isRename ? event.text("name") : null }),
    metadata: {
      ...(isNotice ? {} : said(messageText(event))),
      ...(subtype === "file_share" || event.length("files") > 0 ? filesOf(event) : {}),
      topic: event.text("topic"),
      purpose: event.text("purpose"),
      from: isRename ? event.text("old_name") : null,
      inviter: event.text("inviter"),
      channelType: event.text("channel_type"),
      ts,
      threadTs: isReply ? threadTs : null,
    },
  };
}

/** Slack does not say who deleted a message, and what it said is not repeated. */
function deleted({ event, workspace }: Told): Draft {
  const previous = event.at("previous_message");
  return {
    words: ["message_deleted"],
    actor: SLACK,
    entity: channelEntity(workspace, event),
    metadata: {
      author: previous.text("user", "username", "bot_id"),
      channelType: event.text("channel_type"),
      ts: event.text("deleted_ts", "previous_message.ts"),
      threadTs: previous.text("thread_ts"),
    },
  };
}

/** Who edited a message, which need not be who wrote it. */
function editor(message: Fields): NamelessDraft["actor"] {
  const by = message.text("edited.user");
  return by === null || by === message.text("user") ? author(message) : actor(by, null);
}

/** Slack sends this for a preview of a link, too, and for a deleted message that has replies. */
function changed(told: Told): Draft {
  const { event, workspace } = told;
  const [message, previous] = [event.at("message"), event.at("previous_message")];
  if (message.text("subtype") === "tombstone") return deleted(told);
  const [now, before] = [messageText(message), messageText(previous)];
  const edited = message.text("edited.ts");
  const isEdited = now !== before || (edited !== null && edited !== previous.text("edited.ts"));
  const ts = message.text("ts");
  return {
    words: ["message_changed", ...(isEdited ? [] : ["unfurled"])],
    actor: isEdited ? editor(message) : SLACK,
    entity: channelEntity(workspace, event, { ts }),
    metadata: {
      ...(isEdited ? said(now) : {}),
      previousBody: isEdited && now !== before ? said(before).body : null,
      channelType: event.text("channel_type"),
      ts,
      threadTs: message.text("thread_ts"),
    },
  };
}

/** A thread has a new reply, told by the message it replies to. */
function replied({ event, workspace }: Told): Draft {
  const threadTs = event.text("message.thread_ts", "message.ts");
  const reply = event.list("message.replies", 1_000).at(-1);
  const by = reply?.text("user") ?? null;
  return {
    words: ["message_replied"],
    actor: by === null ? SLACK : actor(by, null),
    entity: channelEntity(workspace, event, { ts: reply?.text("ts") ?? threadTs }),
    metadata: { channelType: event.text("channel_type"), ts: reply?.text("ts"), threadTs },
  };
}

/** `message`, every subtype. */
export const describeMessage: Describe = (told) => {
  const subtype = told.event.text("subtype");
  if (subtype === "message_changed") return changed(told);
  if (subtype === "message_deleted") return deleted(told);
  return subtype === "message_replied" ? replied(told) : posted(told);
};

/** `app_mention`: a message that names the app. */
export const describeMention: Describe = (told) => ({ ...posted(told), words: [] });
