import { at, type Example, profile } from "./messages";

const event_ts = at.event_ts;
const by = { user: "U024BE7LH", event_ts };
const user = {
  id: "W012A3CDE",
  team_id: "T012AB3C4",
  name: "spengler",
  real_name: "Egon Spengler",
  tz: "America/New_York",
};
const account = (more: object) => ({ ...user, profile: { ...profile, display_name: "Egon", ...more } });
const group = {
  id: "S0615G0KT",
  name: "Marketing Team",
  handle: "marketing-team",
  created_by: "U060RNRCZ",
  updated_by: "U060RNRCZ",
  user_count: "0",
};
const draft = { version_id: "1", app_steps: [{ app_id: "A111", workflow_step_id: "s", callback_id: "c" }] };

// After the page of each in docs.slack.dev/reference/events, api.slack.com/events before it, and @slack/types of what they leave out.
export const ACCOUNTS: Example[] = [
  [{ type: "team_join", user: account({}), event_ts }, "Egon joined workspace T061EG9R6"],
  [{ type: "user_change", user: account({}), event_ts }, "Egon changed their profile"],
  [{ type: "user_change", user: { ...account({}), deleted: true }, event_ts }, "Slack deactivated the account of Egon"],
  [
    { type: "user_profile_changed", user: { ...user, profile: { real_name: "Egon Spengler", display_name: "" } } },
    "Egon Spengler changed their profile",
  ],
  [
    { type: "user_status_changed", user: account({ status_emoji: ":books:", status_text: "Reading" }) },
    "Egon set their status to :books: Reading",
  ],
  [{ type: "user_status_changed", user: account({ status_emoji: "", status_text: "" }) }, "Egon cleared their status"],
  [{ type: "user_huddle_changed", user: account({ huddle_state: "in_a_huddle" }) }, "Egon joined a huddle"],
  [{ type: "user_huddle_changed", user: account({ huddle_state: "default_unset" }) }, "Egon left a huddle"],
  [
    { type: "dnd_updated", dnd_status: { dnd_enabled: true, snooze_enabled: true }, ...by },
    "U024BE7LH changed their Do Not Disturb times",
  ],
  [
    { type: "dnd_updated_user", dnd_status: { dnd_enabled: true }, ...by },
    "U024BE7LH changed their Do Not Disturb times",
  ],
  [
    {
      type: "invite_requested",
      invite_request: { id: "12345", email: "bront@puppies.com", requester_ids: ["U123ABC456"], real_name: "Brent" },
    },
    "U123ABC456 asked to invite Brent",
  ],
  [{ type: "subteam_created", subteam: group }, "U060RNRCZ created user group Marketing Team"],
  [{ type: "subteam_updated", subteam: group }, "U060RNRCZ changed user group Marketing Team"],
  [
    { type: "subteam_members_changed", subteam_id: "S0614TZR7", added_users: ["U1"], added_users_count: "1" },
    "Slack changed the members of user group S0614TZR7",
  ],
  [{ type: "subteam_self_added", subteam_id: "S0615G0KT" }, "Slack added the app's user to user group S0615G0KT"],
  [{ type: "subteam_self_removed", subteam_id: "S0615G0KT" }, "Slack removed the app's user from user group S0615G0KT"],
  [
    { type: "emoji_changed", subtype: "add", name: "picard_facepalm", value: "https://my.slack.com/emoji/picard.gif" },
    "Slack added the emoji :picard_facepalm:",
  ],
  [
    { type: "emoji_changed", subtype: "remove", names: ["picard_facepalm", "bowtie"] },
    "Slack removed the emoji :picard_facepalm: and 1 more",
  ],
  [
    {
      type: "emoji_changed",
      subtype: "rename",
      old_name: "grin",
      new_name: "cheese-grin",
      value: "https://x.test/a.gif",
    },
    "Slack renamed the emoji :grin: to :cheese-grin:",
  ],
  [{ type: "emoji_changed" }, "Slack added the emoji an emoji"],
  [{ type: "team_rename", name: "New Team Name" }, "Slack renamed the workspace to New Team Name"],
  [
    { type: "team_domain_change", url: "https://my.slack.com", domain: "my" },
    "Slack moved workspace T061EG9R6 to https://my.slack.com/",
  ],
  [
    { type: "email_domain_changed", email_domain: "example.com", event_ts },
    "Slack changed the e-mail domain of workspace T061EG9R6 to example.com",
  ],
  [{ type: "team_access_granted", team_ids: ["T1"], event_ts }, "Slack gave the app access to workspace T061EG9R6"],
  [
    { type: "team_access_revoked", team_ids: ["T1"], event_ts },
    "Slack took the app's access to workspace T061EG9R6 away",
  ],
  [
    { type: "grid_migration_started", enterprise_id: "E1" },
    "Slack started to move workspace T061EG9R6 to Enterprise Grid",
  ],
  [{ type: "grid_migration_finished", enterprise_id: "E1" }, "Slack moved workspace T061EG9R6 to Enterprise Grid"],
  [
    { type: "app_home_opened", channel: "D0LAN2Q65", tab: "home", view: { id: "V1" }, ...by },
    "U024BE7LH opened the home tab of app A0PNCHHK2",
  ],
  [
    { type: "app_installed", app_id: "A015CA1LGHG", app_name: "my-admin-app", user_id: "U013B64J7SZ" },
    "U013B64J7SZ installed app my-admin-app",
  ],
  [{ type: "app_deleted", app_id: "A015CA1LGHG", app_name: "my-admin-app" }, "Slack deleted app my-admin-app"],
  [{ type: "app_uninstalled" }, "Slack uninstalled app A0PNCHHK2"],
  [
    { type: "app_uninstalled_team", app_id: "A015CA1LGHG", app_name: "my-admin-app", user_id: "U1" },
    "U1 uninstalled app my-admin-app",
  ],
  [
    {
      type: "app_requested",
      app_request: { id: "1", app: { id: "A1A", name: "Brent's app" } },
      user: { id: "U1", name: "primary" },
    },
    "primary asked for app Brent's app",
  ],
  [
    { type: "tokens_revoked", tokens: { oauth: ["UXXXXXXXX"], bot: ["UYYYYYYYY"] } },
    "Slack revoked tokens of app A0PNCHHK2",
  ],
  [
    { type: "workflow_published", workflow_id: "425", workflow_published_configuration: draft, event_ts },
    "Slack published workflow 425",
  ],
  [
    { type: "workflow_unpublished", workflow_id: "425", workflow_draft_configuration: draft },
    "Slack unpublished workflow 425",
  ],
  [{ type: "workflow_deleted", workflow_id: "425", workflow_draft_configuration: draft }, "Slack deleted workflow 425"],
  [
    { type: "workflow_step_deleted", workflow_id: "425", workflow_draft_configuration: draft },
    "Slack deleted a step of workflow 425",
  ],
  [
    { type: "workflow_step_execute", callback_id: "c", workflow_step: { workflow_id: "425", inputs: {} } },
    "Slack ran a step of workflow 425",
  ],
  [
    {
      type: "function_executed",
      function: { id: "Fn1", title: "Sample function" },
      inputs: { secret: "s3cr3t" },
      bot_access_token: "xwfp-s3cr3t",
    },
    "Slack ran Sample function",
  ],
  [
    { type: "entity_details_requested", entity_url: "https://example.com/1", external_ref: { id: "123" }, ...by },
    "U024BE7LH looked at 123",
  ],
  [{ type: "robot_danced", channel: "C1A", ...by }, "U024BE7LH triggered robot danced on C1A"],
  [{ type: "robot_danced" }, "Slack triggered robot danced on T061EG9R6"],
];
