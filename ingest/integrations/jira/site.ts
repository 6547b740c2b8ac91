import type { Fields } from "../payload/fields";

/** Things that carry the address of their own REST resource. */
const THINGS = [
  "issue",
  "comment",
  "worklog",
  "attachment",
  "project",
  "version",
  "sprint",
  "board",
  "configuration",
  "filter",
  "issuetype",
  "issueType",
  "property",
  "issue.fields.project",
  "issue.fields.issuetype",
  "",
  "user",
];

/**
 * The site's own address, from that of a REST resource: what stands before `/rest/`. Apps call Jira through api.atlassian.com, where
 * no pages are: null then.
 */
export function siteOf(payload: Fields): string | null {
  for (const thing of THINGS) {
    const self = payload.url(thing === "" ? "self" : `${thing}.self`);
    if (self === null) continue;
    const { origin, hostname, pathname } = new URL(self);
    const end = pathname.indexOf("/rest/");
    if (hostname !== "api.atlassian.com" && end >= 0) return origin + pathname.slice(0, end);
  }
  return null;
}

/** A page of the site; null when the site or what it is about is unknown. */
function page(site: string | null, path: string, id: string | null): string | null {
  return site === null || id === null ? null : `${site}/${path}${encodeURIComponent(id)}`;
}

/** An issue or project by its key, with a comment in view. */
export function browseUrl(site: string | null, key: string | null, comment: string | null = null): string | null {
  const url = page(site, "browse/", key);
  return url === null || comment === null ? url : `${url}?focusedCommentId=${encodeURIComponent(comment)}`;
}

/** The issues that a query finds: versions and sprints have no page that their id alone leads to. */
export const searchUrl = (site: string | null, field: string, id: string | null) =>
  page(site, "issues/?jql=", id === null ? null : `${field} = ${id}`);

export const boardUrl = (site: string | null, id: string | null) => page(site, "secure/RapidBoard.jspa?rapidView=", id);

export const filterUrl = (site: string | null, id: string | null) => page(site, "issues/?filter=", id);

export const personUrl = (site: string | null, accountId: string | null) => page(site, "jira/people/", accountId);
