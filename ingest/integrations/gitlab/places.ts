import { type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";

/** Links of some events hold the only trace of their project: `https://host/group/project/-/security/…`. */
const LINKS = ["object_attributes.url", "url", "workflow.web_url"];

function homeFromLink(payload: Fields): string | null {
  const link = payload.url(...LINKS);
  const end = link?.indexOf("/-/") ?? -1;
  return link !== null && end > 0 ? link.slice(0, end) : null;
}

function nameFromLink(payload: Fields): string | null {
  const home = homeFromLink(payload);
  return home === null ? null : new URL(home).pathname.replace(/^\//, "") || null;
}

/** `group/project`; null when the event is not about one project. */
export function projectName(hook: Hook): string | null {
  const { payload } = hook;
  return payload.text("project.path_with_namespace", "project_name", "project.name") ?? nameFromLink(payload);
}

/** What ids inside a project begin with: its number, which outlives a rename. */
export function projectKey(hook: Hook): string {
  return hook.payload.text("project.id", "project_id") ?? projectName(hook) ?? "project";
}

/** The group of an event without a project. */
export function groupName(hook: Hook): string | null {
  return hook.payload.text("group.full_path", "group.group_path", "group.path", "group.name", "group.group_name");
}

/** " in group/project", " in group", or nothing. */
export function where(hook: Hook): string {
  const place = projectName(hook) ?? groupName(hook);
  return place === null ? "" : ` in ${place}`;
}

const encoded = (path: string) => path.split("/").map(encodeURIComponent).join("/");

/** A page below the project, such as `-/pipelines/31`; its own when no path is given. */
export function projectUrl(hook: Hook, path = ""): string | null {
  const { payload } = hook;
  const home = payload.url("project.web_url", "project.homepage", "repository.homepage") ?? homeFromLink(payload);
  return home === null || path === "" ? home : `${home.replace(/\/$/, "")}/${encoded(path)}`;
}

/** A page of the GitLab that sent this, such as `group/project`; null when it did not say where it is. */
export function pageUrl(hook: Hook, path: string | null): string | null {
  if (hook.instance === null || path === null || path === "") return null;
  return `${hook.instance.replace(/\/$/, "")}/${encoded(path)}`;
}

/** Where a link leads when the thing itself has no page. */
export function nearestUrl(hook: Hook): string | null {
  return projectUrl(hook) ?? hook.payload.url("group.web_url") ?? pageUrl(hook, groupName(hook)) ?? hook.instance;
}

/** The project as the thing something happened to. */
export function projectEntity(hook: Hook): Entity {
  const name = projectName(hook) ?? "a project";
  return entity("project", projectKey(hook), name, { url: projectUrl(hook) });
}
