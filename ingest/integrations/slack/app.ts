import { entity } from "../payload/draft";
import { channelEntity, hasChannel } from "./channel";
import { doer } from "./people";
import type { Describe } from "./told";
import { appEntity, workspaceEntity, workspaceUrl } from "./workspace";

/** Whatever says who did something in which channel, or else in the workspace, and no more. */
export const describePlain: Describe = ({ event, workspace }) => ({
  actor: doer(event),
  entity: hasChannel(event)
    ? channelEntity(workspace, event, { ts: event.text("message_ts", "thread_ts") })
    : workspaceEntity(workspace),
  metadata: {
    channelType: event.text("channel_type"),
    inviter: event.text("inviter"),
    title: event.text("title"),
    team: event.text("invite.inviting_team.name", "connected_team_id", "previously_connected_team_id"),
  },
});

/** A channel's own events; Slack leaves out which one where whole histories change. */
export const describeChannel: Describe = (told) => ({
  ...describePlain(told),
  entity: channelEntity(told.workspace, told.event),
});

/** The app itself: installed, uninstalled, asked for, opened, held back. */
export const describeApp: Describe = ({ event, workspace }) => ({
  actor: doer(event),
  entity: appEntity(workspace, event),
  metadata: {
    tab: event.text("tab"),
    description: event.text("app_request.app.description"),
    body: event.text("message"),
    // How many, never which: these are what tokens are found by.
    userTokens: event.length("tokens.oauth"),
    botTokens: event.length("tokens.bot"),
  },
});

/** The workspace: its name, its address, who has access to it. */
export const describeWorkspace: Describe = ({ event, workspace }) => ({
  actor: doer(event),
  entity: workspaceEntity(workspace, event.text("name") ?? undefined),
  metadata: { domain: event.text("email_domain", "domain"), url: event.url("url") },
});

/** `workflow_published`, `workflow_step_execute` and the like. */
export const describeWorkflow: Describe = ({ event, workspace }) => {
  const id = event.text("workflow_id", "workflow_step.workflow_id");
  const step = event.text("callback_id");
  return {
    actor: doer(event),
    entity: entity("workflow", id ?? "workflow", id === null ? "a workflow" : null, { url: workspaceUrl(workspace) }),
    metadata: { step },
  };
};

/** `function_executed`: a workflow calls the app. Its inputs are not kept, its token least of all. */
export const describeFunction: Describe = ({ event, workspace }) => {
  const name = event.text("function.title", "function.callback_id") ?? "a function";
  return {
    actor: doer(event),
    entity: entity("function", event.text("function.id") ?? name, name, { url: workspaceUrl(workspace) }),
    metadata: { description: event.text("function.description") },
  };
};

/** `emoji_changed`: added, removed (several at once) or renamed. */
export const describeEmoji: Describe = ({ event, workspace }) => {
  const colons = (name: string | null) => (name === null ? null : `:${name}:`);
  const removed = event.list("names", 20).map((name) => colons(name.text("")));
  const name = colons(event.text("new_name", "name")) ?? removed[0] ?? "an emoji";
  return {
    words: [event.text("subtype") ?? "add"],
    actor: doer(event),
    entity: entity("emoji", name, name, { url: event.url("value") ?? workspaceUrl(workspace) }),
    metadata: { from: colons(event.text("old_name")), more: removed.length > 1 ? removed.length - 1 : null },
  };
};

/** `entity_details_requested`: somebody looks at what a link leads to. */
export const describeDetails: Describe = ({ event }) => {
  const url = event.url("entity_url", "link.url");
  const name = event.text("external_ref.id", "link.domain") ?? "a link";
  return { actor: doer(event), entity: entity("link", url ?? name, name, { url }), metadata: {} };
};
