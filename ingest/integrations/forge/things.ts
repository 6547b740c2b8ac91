import { BODY_BYTES, type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";
import { nearestUrl, repositoryKey, repositoryName, repositoryUrl } from "./places";

/** A thing with the words that name it in a sentence: "pull request Fix login (#42)". */
export interface Thing {
  words: string;
  entity: Entity;
}

/** Seven digits of a commit's hash, as people write it; a branch or tag stays as it is. */
export function shortSha(ref: string): string {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(ref) ? ref.slice(0, 7) : ref;
}

/** A ref without `refs/heads/` or `refs/tags/`. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, "");
}

/** An issue, pull request or discussion. They share their numbers in a repository, so the number is the stable id. */
export function numbered(hook: Hook, kind: string, fields: Fields, url: string | null = null): Thing {
  const number = fields.count("number");
  const title = fields.text("title");
  const name = title ?? (number === null ? kind : `#${number}`);
  const id = number === null ? (fields.text("node_id", "id") ?? "unknown") : `${repositoryKey(hook)}#${number}`;
  const words = title === null ? (number === null ? `a ${kind}` : `${kind} ${name}`) : `${kind} ${title}`;
  return {
    words: title !== null && number !== null ? `${words} (#${number})` : words,
    entity: entity(kind.replaceAll(" ", "_"), id, name, {
      reference: number === null ? null : `${repositoryName(hook) ?? ""}#${number}`,
      url: url ?? fields.url("html_url") ?? nearestUrl(hook),
    }),
  };
}

/** What is worth keeping of an issue, pull request or discussion. */
export function numberedDetails(fields: Fields): Record<string, unknown> {
  return {
    number: fields.count("number"),
    title: fields.text("title"),
    state: fields.text("state"),
    author: fields.text("user.login"),
    labels: fields.list("labels", 20).map((label) => label.text("name")),
    assignees: fields.list("assignees", 20).map((user) => user.text("login")),
    milestone: fields.text("milestone.title"),
  };
}

/** What is worth keeping of a pull request, beside its repository. */
export function pullRequestDetails(fields: Fields): Record<string, unknown> {
  return {
    ...numberedDetails(fields),
    isMerged: fields.flag("merged") || undefined,
    isDraft: fields.flag("draft") || undefined,
    branch: fields.text("head.ref"),
    base: fields.text("base.ref"),
    sha: fields.text("head.sha"),
    additions: fields.count("additions"),
    deletions: fields.count("deletions"),
    changedFiles: fields.count("changed_files"),
  };
}

/** The text it was opened with, where it is news; a label or a merge need not find and show it again. */
export function description(hook: Hook, fields: Fields): string | null {
  return ["opened", "created", "edited"].includes(hook.action ?? "") ? fields.body("body", BODY_BYTES) : null;
}

/** A branch or tag; push, create, delete and workflows name the same one by the same id. */
export function refEntity(hook: Hook, kind: "branch" | "tag", name: string, url: string | null = null): Entity {
  const prefix = kind === "tag" ? "refs/tags/" : "refs/heads/";
  return entity(kind, `${repositoryKey(hook)}:${prefix}${name}`, name, {
    reference: repositoryName(hook),
    url: url ?? repositoryUrl(hook, hook.forge.refPage(kind, name)),
  });
}

/** A commit by its hash. */
export function commitEntity(hook: Hook, sha: string, url: string | null = null): Entity {
  return entity("commit", sha, shortSha(sha), {
    reference: repositoryName(hook),
    url: url ?? repositoryUrl(hook, `commit/${sha}`),
  });
}
