import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";

const LINKS = ["url", "data.url", "actor.url", "data.issue.url", "data.project.url", "data.user.url"];

/** Home of the workspace, which all of its links begin with: `https://linear.app/acme`. */
function workspaceUrl(payload: Fields): string | null {
  for (const path of LINKS) {
    const link = payload.url(path);
    const url = link === null ? null : new URL(link);
    const workspace = url?.pathname.split("/")[1] ?? "";
    if (url?.hostname === "linear.app" && workspace !== "" && workspace !== "issue")
      return `${url.origin}/${workspace}`;
  }
  return null;
}

/** A page of the workspace, such as `settings/labels`; its home when no path is given. Null when no link tells where it is. */
export function pageUrl(hook: Hook, ...path: string[]): string | null {
  const home = workspaceUrl(hook.payload);
  return home === null ? null : [home, ...path.map(encodeURIComponent)].join("/");
}

/** The page of what the event is about. */
export function ownUrl(hook: Hook): string | null {
  return hook.payload.url("url", "data.url") ?? pageUrl(hook);
}

/** `ENG-42` from the link of an issue or of anything on it: not every body names it. */
export function identifierFromUrl(url: string | null): string | null {
  const found = url === null ? null : /\/issue\/([A-Za-z0-9]{1,16}-\d{1,9})(?![\w-])/.exec(new URL(url).pathname);
  return found?.[1]?.toUpperCase() ?? null;
}
