import { entity, type NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";

type Entity = NamelessDraft["entity"];

/** The workspace and app that a call is about: what links are made of. */
export interface Workspace {
  team: string | null;
  /** `acme` of acme.slack.com; events do not tell it, commands and interactions do. */
  domain: string | null;
  app: string | null;
}

const ID = /^[A-Z0-9]{2,40}$/;

function idAt(fields: Fields, ...paths: string[]): string | null {
  return paths.map((path) => fields.text(path)).find((id) => id !== null && ID.test(id)) ?? null;
}

/** Reads the outermost part of a payload. */
export function workspaceOf(payload: Fields): Workspace {
  const domain = payload.text("team_domain", "team.domain");
  return {
    team: idAt(payload, "team_id", "team.id", "context_team_id", "user.team_id"),
    domain: domain !== null && /^[a-z0-9-]{1,80}$/i.test(domain) ? domain : null,
    app: idAt(payload, "api_app_id", "view.app_id"),
  };
}

/** Slack's way to open a place in whichever of its apps is there: docs.slack.dev/interactivity/deep-linking. */
function redirect(workspace: Workspace, parts: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ team: workspace.team, ...parts }))
    if (value !== null) query.set(name, value);
  return `https://slack.com/app_redirect?${query}`;
}

/** The workspace's front page. */
export function workspaceUrl(workspace: Workspace): string {
  return workspace.team === null ? "https://app.slack.com/client" : `https://app.slack.com/client/${workspace.team}`;
}

/** A channel or a message in it: its permalink where the workspace's address is known. */
export function channelUrl(workspace: Workspace, channel: string | null, ts: string | null = null): string {
  if (channel === null || !ID.test(channel)) return workspaceUrl(workspace);
  const message = ts !== null && /^\d{1,12}\.\d{1,9}$/.test(ts) ? ts : null;
  if (workspace.domain === null) return redirect(workspace, { channel, message_ts: message });
  const archive = `https://${workspace.domain}.slack.com/archives/${channel}`;
  return message === null ? archive : `${archive}/p${message.replace(".", "")}`;
}

/** A person's profile, or the conversation with them. */
export function userUrl(workspace: Workspace, user: string | null): string {
  if (user === null || !ID.test(user)) return workspaceUrl(workspace);
  return workspace.domain === null
    ? redirect(workspace, { channel: user })
    : `https://${workspace.domain}.slack.com/team/${user}`;
}

/** An app's home. */
export function appUrl(workspace: Workspace, app: string | null = workspace.app): string {
  return app === null || !ID.test(app) ? workspaceUrl(workspace) : redirect(workspace, { app });
}

/** The workspace as the thing something happened to. */
export function workspaceEntity(workspace: Workspace, name: string | null = workspace.domain): Entity {
  const known = workspace.team === null ? (name ?? "a workspace") : name;
  return entity("workspace", workspace.team ?? "workspace", known, { url: workspaceUrl(workspace) });
}

/** The app as the thing something happened to. */
export function appEntity(workspace: Workspace, fields: Fields): Entity {
  const id = fields.text("app_id", "app_request.app.id") ?? workspace.app;
  const name = fields.text("app_name", "app_request.app.name");
  return entity("app", id ?? "app", id === null ? (name ?? "an app") : name, { url: appUrl(workspace, id) });
}
