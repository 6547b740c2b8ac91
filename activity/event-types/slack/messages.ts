import { LOOKS } from "../looks";
import { FILE, GONE, type Group, HUDDLE, type Types } from "./group";

/** What a message says, where it is short. */
const SAID = "[: {metadata.excerpt}]";

/** The events of things that can be pinned, starred or reacted to, as messages, files and channels. */
const ofItems = (type: string, label: string, onMessage: string, onOther: (what: string) => string): Types => ({
  [type]: [label, `${onMessage}${SAID}`],
  [`${type}.file`]: [label, onOther("file {entity}")],
  [`${type}.channel`]: [label, onOther("{entity}")],
});

const REACTED = "reacted[ with {metadata.reaction}] to";
const UNREACTED = "took back the reaction[ {metadata.reaction}] to";

/** Messages, and what is done to them. */
export const MESSAGES: readonly Group[] = [
  [
    { icon: "message-square", color: "blue" },
    {
      message: ["Message", `posted in {entity}${SAID}`],
      "message.message_changed": ["Message edited", `edited a message in {entity}${SAID}`],
      "message.message_changed.unfurled": ["Link preview", "added a preview to a message in {entity}"],
    },
  ],
  [
    LOOKS.comment,
    {
      "message.thread_reply": ["Reply", `replied to a thread in {entity}${SAID}`],
      "message.thread_broadcast": ["Reply", `replied to a thread in {entity}, for all to see${SAID}`],
      "message.message_replied": ["Reply", "replied to a thread in {entity}"],
    },
  ],
  [GONE, { "message.message_deleted": ["Message deleted", "removed a message from {entity}"] }],
  [LOOKS.stopped, { "message.ekm_access_denied": ["Message withheld", "withheld a message in {entity}"] }],
  [HUDDLE, { "message.huddle_thread": ["Huddle", "started a huddle in {entity}"] }],
  [FILE, { "message.file_share": ["File shared", `shared [{metadata.shared} ]in {entity}${SAID}`] }],
  [FILE, { "message.channel_canvas_updated": ["Canvas", "updated the canvas of {entity}"] }],
  [{ icon: "at-sign", color: "pink" }, { app_mention: ["Mention", `called the app in {entity}${SAID}`] }],
  [{ icon: "link", color: "blue" }, { link_shared: ["Link", "shared a link[ to {metadata.domain}] in {entity}"] }],
  [
    { icon: "link", color: "blue" },
    { "link_shared.composer": ["Link", "is writing a message with a link to {entity}"] },
  ],
  [
    { icon: "pin", color: "amber" },
    {
      ...ofItems("pin_added", "Pinned", "pinned [{metadata.item} ]in {entity}", (what) => `pinned ${what}`),
      ...ofItems("pin_removed", "Unpinned", "unpinned [{metadata.item} ]in {entity}", (what) => `unpinned ${what}`),
      "message.pinned_item": ["Pinned", "pinned something in {entity}"],
      "message.unpinned_item": ["Unpinned", "unpinned something in {entity}"],
    },
  ],
  [
    { icon: "star", color: "amber" },
    {
      ...ofItems("star_added", "Starred", "starred [{metadata.item} ]in {entity}", (what) => `starred ${what}`),
      ...ofItems("star_removed", "Unstarred", "unstarred [{metadata.item} ]in {entity}", (what) => `unstarred ${what}`),
    },
  ],
  [
    { icon: "heart", color: "pink" },
    {
      ...ofItems("reaction_added", "Reaction", `${REACTED} a message in {entity}`, (what) => `${REACTED} ${what}`),
      ...ofItems(
        "reaction_removed",
        "Unreacted",
        `${UNREACTED} a message in {entity}`,
        (what) => `${UNREACTED} ${what}`,
      ),
    },
  ],
];
