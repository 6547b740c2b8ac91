import { at, type Example } from "./messages";

const event_ts = at.event_ts;
const by = { user: "U024BE7LH", event_ts };
const invite = {
  id: "I028YDERZSQ",
  inviting_team: { id: "T12345678", name: "Corgis", domain: "corgis" },
  inviting_user: { id: "U12345678", name: "crus", profile: { display_name: "Corgi" } },
};
const shared = { invite, channel: { id: "C12345678", name: "test-slack-connect" }, event_ts };
const other = { id: "U00000000", name: "other" };

// After the page of each in docs.slack.dev/reference/events, api.slack.com/events before it, and @slack/types of what they leave out.
export const CHANNELS: Example[] = [
  [
    { type: "channel_created", channel: { id: "C1H9RESGL", name: "busting", created: 1, creator: "U02JKS" }, event_ts },
    "U02JKS created #busting",
  ],
  [
    { type: "channel_rename", channel: { id: "C02ELGNBH", name: "new_name", created: 1 }, event_ts },
    "Slack renamed a channel to #new_name",
  ],
  [{ type: "channel_archive", channel: "C024BE91L", ...by }, "U024BE7LH archived C024BE91L"],
  [{ type: "channel_unarchive", channel: "C024BE91L", ...by }, "U024BE7LH brought C024BE91L back"],
  [{ type: "channel_deleted", channel: "C024BE91L" }, "Slack deleted C024BE91L"],
  [{ type: "channel_left", channel: "C024BE91L", actor_id: "U1", event_ts }, "U1 took the app out of C024BE91L"],
  [
    { type: "channel_shared", connected_team_id: "E163Q94DX", channel: "C024BE91L", event_ts },
    "Slack shared C024BE91L with another workspace",
  ],
  [
    { type: "channel_unshared", previously_connected_team_id: "E1", channel: "C024BE91L", event_ts },
    "Slack stopped sharing C024BE91L with another workspace",
  ],
  [
    { type: "channel_id_changed", old_channel_id: "G012", new_channel_id: "C012", event_ts },
    "Slack gave C012 a new id",
  ],
  [
    { type: "channel_history_changed", latest: "1358877455.000010", ts: "1361482916.000003", event_ts },
    "Slack changed the history of a channel",
  ],
  [{ type: "group_open", channel: "G024BE91L", ...by }, "U024BE7LH opened G024BE91L"],
  [{ type: "group_close", channel: "G024BE91L", ...by }, "U024BE7LH closed G024BE91L"],
  [
    { type: "group_rename", channel: { id: "G02ELGNBH", name: "new_name" }, event_ts },
    "Slack renamed a channel to #new_name",
  ],
  [{ type: "group_archive", channel: "G024BE91L", ...by }, "U024BE7LH archived G024BE91L"],
  [{ type: "group_unarchive", channel: "G024BE91L", actor_id: "U1", event_ts }, "U1 brought G024BE91L back"],
  [{ type: "group_deleted", channel: "G024BE91L", actor_id: "U1", event_ts }, "U1 deleted G024BE91L"],
  [{ type: "group_left", channel: "G024BE91L", actor_id: "U1", event_ts }, "U1 took the app out of G024BE91L"],
  [{ type: "group_history_changed", latest: "1.0", ts: "1.0", event_ts }, "Slack changed the history of a channel"],
  [{ type: "im_created", channel: { id: "D024BE91L" }, ...by }, "U024BE7LH created a direct message"],
  [{ type: "im_open", channel: "D024BE91L", ...by }, "U024BE7LH opened a direct message"],
  [{ type: "im_close", channel: "D024BE91L", ...by }, "U024BE7LH closed a direct message"],
  [{ type: "im_history_changed", latest: "1.0", ts: "1.0", event_ts }, "Slack changed the history of a channel"],
  [
    { type: "member_joined_channel", channel: "C0698JE0H", channel_type: "C", team: "T1", inviter: "U2", ...by },
    "U024BE7LH joined C0698JE0H",
  ],
  [
    { type: "member_left_channel", channel: "C0698JE0H", channel_type: "C", team: "T1", ...by },
    "U024BE7LH left C0698JE0H",
  ],
  [
    { type: "call_rejected", call_id: "R123", user_id: "U1", channel_id: "D123", external_unique_id: "1" },
    "U1 declined a call in a direct message",
  ],
  [
    {
      type: "message_metadata_posted",
      user_id: "U1",
      channel_id: "C1A",
      message_ts: "1.2",
      metadata: { event_type: "task" },
    },
    "U1 posted metadata in C1A",
  ],
  [
    { type: "message_metadata_updated", user_id: "U1", channel_id: "C1A", message_ts: "1.2" },
    "U1 changed metadata in C1A",
  ],
  [
    { type: "message_metadata_deleted", user_id: "U1", channel_id: "C1A", deleted_ts: "1.2" },
    "U1 deleted metadata in C1A",
  ],
  [
    {
      type: "assistant_thread_started",
      assistant_thread: { user_id: "U1", channel_id: "D1A", thread_ts: "1.2", context: {} },
    },
    "U1 started a conversation with the app in a direct message",
  ],
  [
    {
      type: "assistant_thread_context_changed",
      assistant_thread: { user_id: "U1", channel_id: "D1A", thread_ts: "1.2" },
    },
    "U1 took a conversation with the app elsewhere from a direct message",
  ],
  [
    { type: "app_context_changed", channel: "D1A", context: {}, ...by },
    "U024BE7LH changed what the app is asked about in a direct message",
  ],
  [
    { type: "agent_session_stopped", channel: "D1A", thread_ts: "1.2", ...by },
    "U024BE7LH stopped the app's answer in a direct message",
  ],
  [
    { type: "agent_session_title_changed", channel: "D1A", title: "Trip", ...by },
    "U024BE7LH named a conversation in a direct message Trip",
  ],
  [
    { type: "shared_channel_invite_accepted", accepting_user: other, ...shared },
    "other accepted an invitation to #test-slack-connect from Corgis",
  ],
  [
    { type: "shared_channel_invite_approved", approving_user: other, ...shared },
    "other approved an invitation to #test-slack-connect from Corgis",
  ],
  [
    { type: "shared_channel_invite_declined", declining_user: other, ...shared },
    "other declined an invitation to #test-slack-connect from Corgis",
  ],
  [
    { type: "shared_channel_invite_received", ...shared },
    "Corgi sent an invitation to #test-slack-connect from Corgis",
  ],
  [
    {
      type: "shared_channel_invite_requested",
      actor: { id: "U1", display_name: "Marta" },
      channel_id: "C1A",
      channel_name: "ops",
    },
    "Marta asked to invite another workspace to #ops",
  ],
];
