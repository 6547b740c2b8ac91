import { cutText } from "../payload/clean-text";
import { entity, type NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { channelEntity, channelName, hasChannel } from "./channel";
import { doer, person, SLACK } from "./people";
import { plainText } from "./plain-text";
import type { Describe, Told } from "./told";
import { appEntity, appUrl, channelUrl, type Workspace } from "./workspace";

const WORDS_BYTES = 120;

/** "#general", where a call tells the channel's name. */
const placeOf = (event: Fields) =>
  channelName(event.text("channel_id", "channel.id"), event.text("channel_name", "channel.name"), null);

/** A slash command: who ran what, with which words, where. */
export const describeCommand: Describe = ({ event, workspace }) => {
  const name = event.text("command") ?? "a command";
  const words = event.text("text");
  return {
    actor: person(event) ?? SLACK,
    entity: entity("command", name, name, { url: channelUrl(workspace, event.text("channel_id")) }),
    metadata: { text: words === null ? null : cutText(plainText(words), WORDS_BYTES), channel: placeOf(event) },
  };
};

/** What was pressed or chosen, in the words that were read on it. Typed words are not told: a form may ask for anything. */
function controlOf(action: Fields): { control: string; isChoice: boolean } {
  const chosen = action.text("selected_option.text.text", "selected_date", "selected_time", "selected_options.value");
  const [option] = action.list("selected_options", 1);
  const choice = chosen ?? option?.text("text.text", "value") ?? null;
  const name = action.text("text.text", "name", "action_id");
  return { control: choice ?? name ?? "a control", isChoice: choice !== null };
}

/** A modal or a home tab, by the app's own name of it. */
function viewEntity(workspace: Workspace, view: Fields): NamelessDraft["entity"] {
  const name = view.text("title.text") ?? (view.text("type") === "home" ? "the home tab" : "a form");
  return entity("view", view.text("callback_id", "id") ?? name, name, { url: appUrl(workspace) });
}

function surface({ event, workspace }: Told): NamelessDraft["entity"] {
  if (event.has("view")) return viewEntity(workspace, event.at("view"));
  if (!hasChannel(event)) return appEntity(workspace, event);
  return channelEntity(workspace, event, { ts: event.text("message.ts", "container.message_ts", "message_ts") });
}

/** `block_actions`, `interactive_message`: a button or a menu. */
export const describeAction: Describe = (told) => {
  const [first] = told.event.list("actions", 1);
  const { control, isChoice } = first === undefined ? { control: "a control", isChoice: false } : controlOf(first);
  return {
    words: isChoice ? ["chosen"] : [],
    actor: doer(told.event),
    entity: surface(told),
    metadata: { control, action: first?.text("action_id", "name"), callback: told.event.text("callback_id") },
  };
};

/** `view_submission`, `view_closed`: a form. What was filled in is not kept. */
export const describeView: Describe = ({ event, workspace }) => ({
  actor: doer(event),
  entity: viewEntity(workspace, event.at("view")),
  metadata: { callback: event.text("view.callback_id") },
});

/** `shortcut`, `message_action`, and the dialogs of old, which have no other name than their id. */
export const describeShortcut: Describe = ({ event, workspace }) => {
  const name = event.text("callback_id") ?? "a shortcut";
  const ts = event.text("message_ts", "message.ts");
  const url = ts === null ? appUrl(workspace) : channelUrl(workspace, event.text("channel.id"), ts);
  return { actor: doer(event), entity: entity("shortcut", name, name, { url }), metadata: { channel: placeOf(event) } };
};

/** `block_suggestion`, `dialog_suggestion`: Slack asks what a menu should offer while somebody types. */
export const describeSuggestion: Describe = (told) => ({
  actor: doer(told.event),
  entity: surface(told),
  metadata: {},
});
