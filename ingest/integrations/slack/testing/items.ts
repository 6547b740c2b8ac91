import { at, type Example } from "./messages";

const event_ts = at.event_ts;
const by = { user: "U024BE7LH", event_ts };
const item = { type: "message", channel: "C0G9QF9GZ", ts: "1360782400.498405" };
const pinned = {
  type: "message",
  channel: "C0G9QF9GZ",
  message: {
    text: "Read this",
    user: "U1",
    ts: "1360782400.498405",
    permalink: "https://acme.slack.com/archives/C0G9QF9GZ/p1360782400498405",
  },
};
const aFile = { file_id: "F2147483862", file: { id: "F2147483862" }, event_ts };

// After the page of each in docs.slack.dev/reference/events, api.slack.com/events before it, and @slack/types of what they leave out.
export const ITEMS: Example[] = [
  [
    { type: "reaction_added", reaction: "thumbsup", item_user: "U1", item, ...by },
    "U024BE7LH reacted with :thumbsup: to a message in C0G9QF9GZ",
  ],
  [
    { type: "reaction_added", reaction: "x", item: { type: "file", file: "F0HS27V1Z" }, ...by },
    "U024BE7LH reacted with :x: to file F0HS27V1Z",
  ],
  [
    { type: "reaction_removed", reaction: "thumbsup", item, ...by },
    "U024BE7LH took back the reaction :thumbsup: to a message in C0G9QF9GZ",
  ],
  [
    { type: "reaction_removed", reaction: "x", item: { type: "file", file: "F0HS27V1Z" }, ...by },
    "U024BE7LH took back the reaction :x: to file F0HS27V1Z",
  ],
  [
    { type: "pin_added", channel_id: "C0G9QF9GZ", item: pinned, ...by },
    "U024BE7LH pinned a message in C0G9QF9GZ: Read this",
  ],
  [
    { type: "pin_added", channel_id: "C0G9QF9GZ", item: { type: "file", file: { id: "F1" } }, ...by },
    "U024BE7LH pinned a file in C0G9QF9GZ",
  ],
  [
    { type: "pin_removed", channel_id: "C0G9QF9GZ", item: pinned, has_pins: false, ...by },
    "U024BE7LH unpinned a message in C0G9QF9GZ: Read this",
  ],
  [{ type: "star_added", item: pinned, ...by }, "U024BE7LH starred a message in C0G9QF9GZ: Read this"],
  [
    { type: "star_added", item: { type: "file", file: { id: "F1", title: "Plan" } }, ...by },
    "U024BE7LH starred file Plan",
  ],
  [{ type: "star_added", item: { type: "channel", channel: "C0G9QF9GZ" }, ...by }, "U024BE7LH starred C0G9QF9GZ"],
  [{ type: "star_removed", item: pinned, ...by }, "U024BE7LH unstarred a message in C0G9QF9GZ: Read this"],
  [{ type: "star_removed", item: { type: "channel", channel: "C0G9QF9GZ" }, ...by }, "U024BE7LH unstarred C0G9QF9GZ"],
  [{ type: "file_created", user_id: "U1", ...aFile }, "U1 added file F2147483862"],
  [{ type: "file_shared", user_id: "U1", channel_id: "C0G9QF9GZ", ...aFile }, "U1 shared file F2147483862"],
  [{ type: "file_public", user_id: "U1", ...aFile }, "U1 made file F2147483862 public"],
  [{ type: "file_unshared", user_id: "U1", ...aFile }, "U1 stopped sharing file F2147483862"],
  [{ type: "file_change", ...aFile }, "Slack changed file F2147483862"],
  [{ type: "file_deleted", file_id: "F2147483862", event_ts }, "Slack deleted file F2147483862"],
  [{ type: "file_comment_added", comment: { comment: "Nice" }, ...aFile }, "Slack commented on file F2147483862"],
  [
    { type: "file_comment_edited", comment: { comment: "Nice" }, ...aFile },
    "Slack edited a comment on file F2147483862",
  ],
  [{ type: "file_comment_deleted", comment: "Fc67890", ...aFile }, "Slack deleted a comment on file F2147483862"],
  [
    {
      type: "link_shared",
      channel: "C0G9QF9GZ",
      message_ts: "1.2",
      links: [{ url: "https://example.com/12", domain: "example.com" }],
      ...by,
    },
    "U024BE7LH shared a link to example.com in C0G9QF9GZ",
  ],
  [
    {
      type: "link_shared",
      channel: "COMPOSER",
      source: "composer",
      links: [{ url: "https://example.com/12", domain: "example.com" }],
      ...by,
    },
    "U024BE7LH is writing a message with a link to example.com",
  ],
];
