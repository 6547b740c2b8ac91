import { LOOKS, type Look } from "../looks";
import { FILE, GONE, type Group, HUDDLE } from "./group";

const PROFILE: Look = { icon: "user", color: "violet" };
const CONTROL: Look = { icon: "terminal", color: "cyan" };
const FLOW: Look = { icon: "workflow", color: "violet" };

/** Accounts, files, apps, and what people do in apps. */
export const APPS: readonly Group[] = [
  [
    PROFILE,
    {
      user_change: ["Profile", "changed their profile"],
      user_profile_changed: ["Profile", "changed their profile"],
      "user_change.deactivated": ["Account deactivated", "deactivated the account of {entity}"],
      "user_profile_changed.deactivated": ["Account deactivated", "deactivated the account of {entity}"],
      user_status_changed: ["Status", "set their status[ to {metadata.status}]"],
      "user_status_changed.cleared": ["Status", "cleared their status"],
      dnd_updated: ["Do Not Disturb", "changed their Do Not Disturb times"],
      dnd_updated_user: ["Do Not Disturb", "changed their Do Not Disturb times"],
    },
  ],
  [
    HUDDLE,
    {
      "user_huddle_changed.joined": ["Huddle", "joined a huddle"],
      "user_huddle_changed.left": ["Huddle", "left a huddle"],
    },
  ],
  [
    FILE,
    {
      file_created: ["File added", "added file {entity}"],
      file_shared: ["File shared", "shared file {entity}"],
      file_public: ["File made public", "made file {entity} public"],
      file_unshared: ["File unshared", "stopped sharing file {entity}"],
      file_change: ["File changed", "changed file {entity}"],
    },
  ],
  [GONE, { file_deleted: ["File deleted", "deleted file {entity}"] }],
  [
    LOOKS.comment,
    {
      file_comment_added: ["File comment", "commented on file {entity}"],
      file_comment_edited: ["File comment", "edited a comment on file {entity}"],
      file_comment_deleted: ["File comment", "deleted a comment on file {entity}"],
    },
  ],
  [
    { icon: "heart", color: "amber" },
    {
      emoji_changed: ["Emoji", "changed the emoji {entity}"],
      "emoji_changed.add": ["Emoji added", "added the emoji {entity}"],
      "emoji_changed.remove": ["Emoji removed", "removed the emoji {entity}[ and {metadata.more} more]"],
      "emoji_changed.rename": ["Emoji renamed", "renamed the emoji [{metadata.from} to ]{entity}"],
    },
  ],
  [
    LOOKS.connected,
    {
      app_home_opened: ["App opened", "opened the[ {metadata.tab}] tab of app {entity}"],
      app_installed: ["App installed", "installed app {entity}"],
      app_requested: ["App asked for", "asked for app {entity}"],
    },
  ],
  [GONE, { app_deleted: ["App deleted", "deleted app {entity}"] }],
  [
    LOOKS.warned,
    {
      app_uninstalled: ["App uninstalled", "uninstalled app {entity}"],
      app_uninstalled_team: ["App uninstalled", "uninstalled app {entity}"],
      tokens_revoked: ["Tokens revoked", "revoked tokens of app {entity}"],
      app_rate_limited: ["Events held back", "held back events of app {entity}: there were too many"],
    },
  ],
  [
    FLOW,
    {
      workflow_published: ["Workflow published", "published workflow {entity}"],
      workflow_unpublished: ["Workflow unpublished", "unpublished workflow {entity}"],
      workflow_deleted: ["Workflow deleted", "deleted workflow {entity}"],
      workflow_step_deleted: ["Workflow step", "deleted a step of workflow {entity}"],
      workflow_step_execute: ["Workflow step", "ran a step of workflow {entity}"],
      workflow_step_edit: ["Workflow step", "edited step {entity} of a workflow"],
      function_executed: ["Workflow step", "ran {entity}"],
    },
  ],
  [{ icon: "link", color: "blue" }, { entity_details_requested: ["Link", "looked at {entity}"] }],
  [
    CONTROL,
    {
      slash_command: ["Command", "ran {entity}[ {metadata.text}][ in {metadata.channel}]"],
      block_actions: ["Button", "pressed [{metadata.control} ]in {entity}"],
      "block_actions.chosen": ["Menu", "chose [{metadata.control} ]in {entity}"],
      interactive_message: ["Button", "pressed [{metadata.control} ]in {entity}"],
      "interactive_message.chosen": ["Menu", "chose [{metadata.control} ]in {entity}"],
      view_submission: ["Form submitted", "submitted {entity}"],
      view_closed: ["Form closed", "closed {entity}"],
      shortcut: ["Shortcut", "ran shortcut {entity}"],
      message_action: ["Shortcut", "ran shortcut {entity} on a message[ in {metadata.channel}]"],
      dialog_submission: ["Form submitted", "submitted dialog {entity}[ in {metadata.channel}]"],
      dialog_cancellation: ["Form closed", "closed dialog {entity}[ in {metadata.channel}]"],
      block_suggestion: ["Menu", "looked for choices in {entity}"],
      dialog_suggestion: ["Menu", "looked for choices in {entity}"],
    },
  ],
];
