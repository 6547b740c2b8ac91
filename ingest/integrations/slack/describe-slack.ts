import type { ActivityEvent } from "@/activity/event-schema";
import { toEvent } from "../payload/draft";
import { words } from "../payload/past-tense";
import {
  describeGroup,
  describeHuddle,
  describeInvitation,
  describeJoin,
  describeProfile,
  describeQuiet,
  describeStatus,
} from "./accounts";
import {
  describeApp,
  describeChannel,
  describeDetails,
  describeEmoji,
  describeFunction,
  describePlain,
  describeWorkflow,
  describeWorkspace,
} from "./app";
import { describeAction, describeCommand, describeShortcut, describeSuggestion, describeView } from "./interactions";
import { describeFile, describeItem, describeLink, describeReaction } from "./items";
import { describeMention, describeMessage } from "./messages";
import type { SlackCall } from "./read-call";
import type { Describe } from "./told";
import { workspaceOf } from "./workspace";

/** Who reads the events of each kind; a list of names for one. */
const GROUPS: [Describe, string][] = [
  [describeMessage, "message"],
  [describeMention, "app_mention"],
  [describeReaction, "reaction_added reaction_removed"],
  [describeItem, "pin_added pin_removed star_added star_removed"],
  [describeFile, "file_created file_shared file_public file_unshared file_change file_deleted"],
  [describeFile, "file_comment_added file_comment_edited file_comment_deleted"],
  [describeLink, "link_shared"],
  [describeChannel, "channel_created channel_rename channel_archive channel_unarchive channel_deleted channel_left"],
  [describeChannel, "channel_shared channel_unshared channel_id_changed channel_history_changed"],
  [describeChannel, "group_open group_close group_rename group_archive group_unarchive group_deleted group_left"],
  [describeChannel, "group_history_changed im_created im_open im_close im_history_changed"],
  [describePlain, "member_joined_channel member_left_channel call_rejected"],
  [describePlain, "message_metadata_posted message_metadata_updated message_metadata_deleted"],
  [describePlain, "assistant_thread_started assistant_thread_context_changed app_context_changed"],
  [describePlain, "agent_session_stopped agent_session_title_changed"],
  [describePlain, "shared_channel_invite_accepted shared_channel_invite_approved shared_channel_invite_declined"],
  [describePlain, "shared_channel_invite_received shared_channel_invite_requested"],
  [describeJoin, "team_join"],
  [describeProfile, "user_change user_profile_changed"],
  [describeStatus, "user_status_changed"],
  [describeHuddle, "user_huddle_changed"],
  [describeQuiet, "dnd_updated dnd_updated_user"],
  [describeInvitation, "invite_requested"],
  [describeGroup, "subteam_created subteam_updated subteam_members_changed subteam_self_added subteam_self_removed"],
  [describeEmoji, "emoji_changed"],
  [describeWorkspace, "team_rename team_domain_change email_domain_changed team_access_granted team_access_revoked"],
  [describeWorkspace, "grid_migration_started grid_migration_finished"],
  [describeApp, "app_home_opened app_installed app_deleted app_uninstalled app_uninstalled_team app_requested"],
  [describeApp, "app_rate_limited tokens_revoked"],
  [describeWorkflow, "workflow_published workflow_unpublished workflow_deleted workflow_step_deleted"],
  [describeWorkflow, "workflow_step_execute"],
  [describeFunction, "function_executed"],
  [describeDetails, "entity_details_requested"],
  [describeCommand, "slash_command"],
  [describeAction, "block_actions interactive_message"],
  [describeView, "view_submission view_closed"],
  [describeShortcut, "shortcut message_action dialog_submission dialog_cancellation workflow_step_edit"],
  [describeSuggestion, "block_suggestion dialog_suggestion"],
];
const DESCRIBE = new Map(GROUPS.flatMap(([describe, names]) => names.split(" ").map((name) => [name, describe])));

/** Events that a team must not miss: the app hears less than it should from then on, or nothing. */
const IMPORTANT = new Set(["app_rate_limited", "app_uninstalled", "tokens_revoked"]);

/** The event's own time, Unix seconds: Slack writes them as texts with six digits after the point. */
function timeOf({ payload }: SlackCall): number | undefined {
  const [action] = payload.list("actions", 1);
  const sent = payload.text("event.event_ts", "event_time", "action_ts") ?? action?.text("action_ts") ?? "";
  return /^\d{9,11}(\.\d+)?$/.test(sent) ? Number(sent) : undefined;
}

/** One call of Slack's as an event that passes `eventSchema`, whatever its payload holds. */
export function describeSlack(call: SlackCall, receivedAt: Date): ActivityEvent {
  const { kind, payload } = call;
  const isInner = kind === "event" && payload.has("event");
  const event = isInner ? payload.at("event") : payload;
  const type = kind === "command" ? "slash_command" : (event.text("type") ?? "event");
  const known = DESCRIBE.get(type);
  const draft = (known ?? describePlain)({ event, workspace: workspaceOf(payload) });
  // What its template says of an event that nobody described.
  const told = known === undefined ? { event: words(type).toLowerCase() || "an event" } : {};
  return toEvent(
    "slack",
    [type, ...(draft.words ?? [])],
    {
      actor: draft.actor,
      entity: draft.entity,
      metadata: { ...draft.metadata, ...told },
      happenedAt: timeOf(call),
      isImportant: IMPORTANT.has(type),
    },
    receivedAt,
  );
}
