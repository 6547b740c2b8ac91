import { BODY_BYTES, type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { words } from "../payload/past-tense";
import type { Hook } from "./hook";
import { nearestUrl, projectKey, projectName, projectUrl } from "./places";

/** A thing with the words that name it in a sentence: "merge request Fix login (!42)". */
export interface Thing {
  words: string;
  entity: Entity;
}

/** Eight digits of a commit's hash, as GitLab writes it; a branch or tag stays as it is. */
export function shortSha(ref: string): string {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(ref) ? ref.slice(0, 8) : ref;
}

/** The first line of a commit's message. */
export function subject(message: string | null): string | null {
  return message?.split("\n")[0]?.trim() || null;
}

const SIGNS = new Map([
  ["merge_request", "!"],
  ["epic", "&"],
  ["snippet", "$"],
]);

/** "Key Result" as the kind of an issue: issues, epics, tasks, incidents and the like are all work items. */
export function workItemKind(fields: Fields): string {
  return (
    fields
      .text("type")
      ?.toLowerCase()
      .slice(0, 40)
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "") || "issue"
  );
}

/** An issue, merge request or snippet. `iid` is its number in its project, `id` its number in all of GitLab. */
export function numbered(hook: Hook, kind: string, fields: Fields, url: string | null = null): Thing {
  const number = fields.count("iid") ?? (kind === "snippet" ? fields.count("id") : null);
  const sign = SIGNS.get(kind) ?? "#";
  const title = fields.text("title");
  const name = title ?? (number === null ? words(kind) : `${sign}${number}`);
  const noun = title === null && number === null ? `a ${name}` : `${words(kind)} ${name}`;
  const id = fields.text("id") ?? (number === null ? name : `${projectKey(hook)}${sign}${number}`);
  return {
    words: title !== null && number !== null ? `${noun} (${sign}${number})` : noun,
    entity: entity(kind, id, name, {
      reference: number === null ? null : `${projectName(hook) ?? ""}${sign}${number}`,
      url: url ?? fields.url("url") ?? pageOf(hook, kind, number) ?? nearestUrl(hook),
    }),
  };
}

const PAGES = new Map([
  ["merge_request", "merge_requests"],
  ["issue", "issues"],
  ["snippet", "snippets"],
]);

/** Comments carry their issue or merge request without its link. */
function pageOf(hook: Hook, kind: string, number: number | null): string | null {
  return number === null ? null : projectUrl(hook, `-/${PAGES.get(kind) ?? "work_items"}/${number}`);
}

/** What is worth keeping of an issue or merge request. */
export function numberedDetails(hook: Hook, fields: Fields): Record<string, unknown> {
  const { payload } = hook;
  const labels = payload.length("labels") > 0 ? payload.list("labels", 20) : fields.list("labels", 20);
  return {
    number: fields.count("iid"),
    title: fields.text("title"),
    state: fields.text("state"),
    labels: labels.map((label) => label.text("title")),
    assignees: payload.list("assignees", 20).map((user) => user.text("name", "username")),
    isConfidential: fields.flag("confidential") || undefined,
  };
}

/** The text it was opened with, where it is news; a label or a merge need not find and show it again. */
export function description(hook: Hook, fields: Fields): string | null {
  const isNews = hook.action === "open" || hook.payload.has("changes.description");
  return isNews ? fields.body("description", BODY_BYTES) : null;
}

/** A branch or tag; pushes and deletions name the same one by the same id. */
export function refEntity(hook: Hook, kind: "branch" | "tag", name: string, url: string | null): Entity {
  const prefix = kind === "tag" ? "refs/tags/" : "refs/heads/";
  return entity(kind, `${projectKey(hook)}:${prefix}${name}`, name, {
    reference: projectName(hook),
    url: url ?? nearestUrl(hook),
  });
}

/** A commit by its hash. */
export function commitEntity(hook: Hook, sha: string, url: string | null = null): Entity {
  return entity("commit", sha, shortSha(sha), {
    reference: projectName(hook),
    url: url ?? projectUrl(hook, `-/commit/${sha}`) ?? nearestUrl(hook),
  });
}
