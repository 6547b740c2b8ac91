/** One inner event and the sentence it is stored with while no name is known. */
export type Example = [event: Record<string, unknown>, sentence: string];

/** Where and when of the examples in docs.slack.dev/reference/events. */
export const at = { channel: "C2147483705", ts: "1355517523.000005", event_ts: "1355517523.000005" };
const message = { type: "message", user: "U2147483697", channel_type: "channel", ...at };
const file = {
  id: "F2147483862",
  name: "cat.jpg",
  title: "A cat",
  permalink: "https://acme.slack.com/files/tiny/F2147483862/cat.jpg",
};
export const profile = {
  real_name: "Ada Lovelace",
  display_name: "ada",
  image_72: "https://avatars.slack-edge.com/a_72.png",
};

const before = { type: "message", user: "U123ABC456", text: "Hello, wrold!", ts: "1355517523.000005" };
const after = { ...before, text: "Hello, world!", edited: { user: "U123ABC456", ts: "1355517536.000001" } };

// After docs.slack.dev/reference/events/message and the page of each of its subtypes.
export const MESSAGES: Example[] = [
  [{ ...message, text: "Hello world" }, "U2147483697 posted in C2147483705: Hello world"],
  [
    { ...message, text: "Ask <@U024BE7LH|ada> in <#C024BE91L|general>: <https://x.test/?a=1&amp;b=2|the docs> &lt;3" },
    "U2147483697 posted in C2147483705: Ask @ada in #general: the docs <3",
  ],
  [{ ...message, text: "Two\nlines" }, "U2147483697 posted in C2147483705"],
  [{ ...message, text: "", user_profile: profile }, "ada posted in C2147483705"],
  [{ ...message, channel: "D024BE91L", channel_type: "im", text: "hi" }, "U2147483697 posted in a direct message: hi"],
  [{ ...message, channel: "G024BE91L", channel_type: "group", text: "hi" }, "U2147483697 posted in G024BE91L: hi"],
  [{ ...message, channel: "G024BE91L", channel_type: "mpim", text: "hi" }, "U2147483697 posted in a group message: hi"],
  [
    { ...message, text: "Yes", thread_ts: "1355517500.000001", parent_user_id: "U024BE7LH" },
    "U2147483697 replied to a thread in C2147483705: Yes",
  ],
  [{ ...message, text: "First", thread_ts: at.ts }, "U2147483697 posted in C2147483705: First"],
  [
    { ...message, subtype: "thread_broadcast", text: "Done", thread_ts: "1355517500.000001", root: before },
    "U2147483697 replied to a thread in C2147483705, for all to see: Done",
  ],
  [
    {
      ...message,
      user: undefined,
      subtype: "message_replied",
      hidden: true,
      message: {
        ...before,
        thread_ts: "1355517523.000005",
        replies: [{ user: "U222222222", ts: "1355517530.000002" }],
      },
    },
    "U222222222 replied to a thread in C2147483705",
  ],
  [
    { ...message, subtype: "me_message", text: "is doing that thing" },
    "U2147483697 posted in C2147483705: is doing that thing",
  ],
  [
    {
      ...message,
      user: undefined,
      subtype: "bot_message",
      text: "Pushing is the answer",
      bot_id: "BB12033",
      username: "github",
      icons: { image_48: "https://x.test/github.png" },
    },
    "github posted in C2147483705: Pushing is the answer",
  ],
  [
    {
      ...message,
      user: "U0BOT",
      bot_id: "B0BOT",
      bot_profile: { id: "B0BOT", name: "Deploys" },
      text: "",
      attachments: [{ fallback: "Deployed web" }],
    },
    "Deploys posted in C2147483705: Deployed web",
  ],
  [
    {
      ...message,
      text: "",
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "*Ready*" } }, { type: "divider" }],
    },
    "U2147483697 posted in C2147483705: *Ready*",
  ],
  [
    { ...message, user: undefined, subtype: "message_changed", hidden: true, message: after, previous_message: before },
    "U123ABC456 edited a message in C2147483705: Hello, world!",
  ],
  [
    {
      ...message,
      user: undefined,
      subtype: "message_changed",
      hidden: true,
      message: { ...before, attachments: [{ fallback: "A preview" }] },
      previous_message: before,
    },
    "Slack added a preview to a message in C2147483705",
  ],
  [
    {
      ...message,
      user: undefined,
      subtype: "message_deleted",
      hidden: true,
      deleted_ts: "1358878749.000002",
      previous_message: before,
    },
    "Slack removed a message from C2147483705",
  ],
  [
    {
      ...message,
      user: undefined,
      subtype: "message_changed",
      message: { ...before, subtype: "tombstone", text: "This message was deleted.", user: "USLACKBOT" },
      previous_message: before,
    },
    "Slack removed a message from C2147483705",
  ],
  [{ ...message, subtype: "file_share", text: "Look", files: [file] }, "U2147483697 shared A cat in C2147483705: Look"],
  [{ ...message, subtype: "file_share", text: "", files: [file, file] }, "U2147483697 shared 2 files in C2147483705"],
  [{ ...message, subtype: "file_share", upload: true }, "U2147483697 shared a file in C2147483705"],
  [
    { ...message, subtype: "channel_join", text: "<@U2147483697> has joined the channel", inviter: "U123456789" },
    "U2147483697 joined C2147483705",
  ],
  [
    { ...message, subtype: "channel_leave", text: "<@U2147483697> has left the channel" },
    "U2147483697 left C2147483705",
  ],
  [
    {
      ...message,
      subtype: "channel_topic",
      topic: "hello world",
      text: "<@U2147483697> set the channel topic: hello world",
    },
    "U2147483697 set the topic of C2147483705 to hello world",
  ],
  [{ ...message, subtype: "channel_topic", topic: "", text: "cleared" }, "U2147483697 set the topic of C2147483705"],
  [
    { ...message, subtype: "channel_purpose", purpose: "whatever", text: "…" },
    "U2147483697 described C2147483705 as whatever",
  ],
  [
    { ...message, subtype: "channel_name", old_name: "random", name: "watercooler", text: "…" },
    "U2147483697 renamed random to #watercooler",
  ],
  [{ ...message, subtype: "channel_archive", text: "…", members: ["U1"] }, "U2147483697 archived C2147483705"],
  [{ ...message, subtype: "channel_unarchive", text: "…" }, "U2147483697 brought C2147483705 back"],
  [{ ...message, subtype: "channel_convert_to_private", text: "…" }, "U2147483697 made C2147483705 private"],
  [
    { ...message, subtype: "channel_posting_permissions", text: "…" },
    "U2147483697 changed who may post in C2147483705",
  ],
  [{ ...message, subtype: "group_join", text: "…" }, "U2147483697 joined C2147483705"],
  [{ ...message, subtype: "group_leave", text: "…" }, "U2147483697 left C2147483705"],
  [{ ...message, subtype: "group_topic", topic: "hi", text: "…" }, "U2147483697 set the topic of C2147483705 to hi"],
  [{ ...message, subtype: "group_purpose", purpose: "hi", text: "…" }, "U2147483697 described C2147483705 as hi"],
  [{ ...message, subtype: "group_name", old_name: "a", name: "b", text: "…" }, "U2147483697 renamed a to #b"],
  [{ ...message, subtype: "group_archive", text: "…" }, "U2147483697 archived C2147483705"],
  [{ ...message, subtype: "group_unarchive", text: "…" }, "U2147483697 brought C2147483705 back"],
  [
    { ...message, subtype: "pinned_item", text: "…", item_type: "F", item: {} },
    "U2147483697 pinned something in C2147483705",
  ],
  [{ ...message, subtype: "unpinned_item", text: "…" }, "U2147483697 unpinned something in C2147483705"],
  [{ ...message, subtype: "huddle_thread", text: "…" }, "U2147483697 started a huddle in C2147483705"],
  [{ ...message, subtype: "channel_canvas_updated", text: "…" }, "U2147483697 updated the canvas of C2147483705"],
  [
    { ...message, user: "UREVOKEDU", subtype: "ekm_access_denied", text: "Your admins have suspended access." },
    "Slack withheld a message in C2147483705",
  ],
  [{ ...message, user: "USLACKBOT", text: "Reminder: stand-up" }, "Slackbot posted in C2147483705: Reminder: stand-up"],
  [{ ...message, subtype: "brand_new", text: "Hello" }, "U2147483697 posted in C2147483705: Hello"],
  [
    { ...at, type: "app_mention", user: "U061F7AUR", text: "<@U0LAN0Z89> is it everything a river should be?" },
    "U061F7AUR called the app in C2147483705: @U0LAN0Z89 is it everything a river should be?",
  ],
];
