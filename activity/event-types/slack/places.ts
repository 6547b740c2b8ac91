import { LOOKS, type Look } from "../looks";
import { GONE, type Group, HUDDLE } from "./group";

const CHANNEL: Look = { icon: "messages-square", color: "cyan" };
const ARCHIVED: Look = { icon: "archive", color: "gray" };

/** A channel's own events, which Slack sends by themselves and as messages, of public channels and of private ones ("groups"). */
const ofChannels = (kind: string): Group[] => [
  [
    LOOKS.people,
    {
      [`message.${kind}_join`]: ["Joined a channel", "joined {entity}"],
      [`message.${kind}_leave`]: ["Left a channel", "left {entity}"],
      [`${kind}_left`]: ["App left a channel", "took the app out of {entity}"],
    },
  ],
  [
    CHANNEL,
    {
      [`message.${kind}_topic`]: ["Topic", "set the topic of {entity}[ to {metadata.topic}]"],
      [`message.${kind}_purpose`]: ["Channel described", "described {entity}[ as {metadata.purpose}]"],
      [`message.${kind}_name`]: ["Channel renamed", "renamed [{metadata.from} to ]{entity}"],
      [`message.${kind}_unarchive`]: ["Channel brought back", "brought {entity} back"],
      [`message.${kind}_convert_to_private`]: ["Channel made private", "made {entity} private"],
      [`message.${kind}_posting_permissions`]: ["Posting permissions", "changed who may post in {entity}"],
      [`${kind}_created`]: ["Channel created", "created {entity}"],
      [`${kind}_open`]: ["Channel opened", "opened {entity}"],
      [`${kind}_close`]: ["Channel closed", "closed {entity}"],
      [`${kind}_rename`]: ["Channel renamed", "renamed a channel to {entity}"],
      [`${kind}_unarchive`]: ["Channel brought back", "brought {entity} back"],
      [`${kind}_history_changed`]: ["History changed", "changed the history of {entity}"],
    },
  ],
  [ARCHIVED, { [`message.${kind}_archive`]: ["Channel archived", "archived {entity}"] }],
  [ARCHIVED, { [`${kind}_archive`]: ["Channel archived", "archived {entity}"] }],
  [GONE, { [`${kind}_deleted`]: ["Channel deleted", "deleted {entity}"] }],
];

/** Channels, workspaces and who is in them. */
export const PLACES: readonly Group[] = [
  ...["channel", "group", "im"].flatMap(ofChannels),
  [
    LOOKS.people,
    {
      member_joined_channel: ["Joined a channel", "joined {entity}"],
      member_left_channel: ["Left a channel", "left {entity}"],
      subteam_created: ["User group created", "created user group {entity}"],
      subteam_updated: ["User group", "changed user group {entity}"],
      subteam_members_changed: ["User group members", "changed the members of user group {entity}"],
      subteam_self_added: ["User group", "added the app's user to user group {entity}"],
      subteam_self_removed: ["User group", "removed the app's user from user group {entity}"],
      team_join: ["Joined the workspace", "joined workspace {entity}"],
      invite_requested: ["Invitation asked for", "asked to invite {entity}"],
    },
  ],
  [
    CHANNEL,
    {
      channel_shared: ["Channel shared", "shared {entity} with another workspace"],
      channel_unshared: ["Channel unshared", "stopped sharing {entity} with another workspace"],
      channel_id_changed: ["Channel changed", "gave {entity} a new id"],
      shared_channel_invite_accepted: ["Shared channel", "accepted an invitation to {entity}[ from {metadata.team}]"],
      shared_channel_invite_approved: ["Shared channel", "approved an invitation to {entity}[ from {metadata.team}]"],
      shared_channel_invite_declined: ["Shared channel", "declined an invitation to {entity}[ from {metadata.team}]"],
      shared_channel_invite_received: ["Shared channel", "sent an invitation to {entity}[ from {metadata.team}]"],
      shared_channel_invite_requested: ["Shared channel", "asked to invite another workspace to {entity}"],
      assistant_thread_started: ["Conversation", "started a conversation with the app in {entity}"],
      assistant_thread_context_changed: ["Conversation", "took a conversation with the app elsewhere from {entity}"],
      app_context_changed: ["Conversation", "changed what the app is asked about in {entity}"],
      agent_session_stopped: ["Conversation", "stopped the app's answer in {entity}"],
      agent_session_title_changed: ["Conversation", "named a conversation in {entity}[ {metadata.title}]"],
      message_metadata_posted: ["Message metadata", "posted metadata in {entity}"],
      message_metadata_updated: ["Message metadata", "changed metadata in {entity}"],
      message_metadata_deleted: ["Message metadata", "deleted metadata in {entity}"],
      team_rename: ["Workspace renamed", "renamed the workspace to {entity}"],
      team_domain_change: ["Workspace address", "moved workspace {entity}[ to {metadata.url}]"],
      email_domain_changed: ["E-mail domain", "changed the e-mail domain of workspace {entity}[ to {metadata.domain}]"],
      team_access_granted: ["Access", "gave the app access to workspace {entity}"],
      team_access_revoked: ["Access", "took the app's access to workspace {entity} away"],
      grid_migration_started: ["Migration", "started to move workspace {entity} to Enterprise Grid"],
      grid_migration_finished: ["Migration", "moved workspace {entity} to Enterprise Grid"],
    },
  ],
  [HUDDLE, { call_rejected: ["Call declined", "declined a call in {entity}"] }],
];
