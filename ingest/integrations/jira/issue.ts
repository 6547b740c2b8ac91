import type { Actor } from "../payload/draft";
import { keptChanges, readChanges } from "./changes";
import type { Describe, Hook, Told } from "./hook";
import { type Issue, issueDetails, readIssue } from "./issue-thing";
import { account, doer, JIRA } from "./people";
import { bodyText } from "./plain-text";
import { sayChanges } from "./say-changes";
import { browseUrl } from "./site";

/** Names that sites give the priority of what cannot wait. */
const URGENT = /^(blocker|critical|highest|urgent|p0)$/i;

/** What Jira's finer name says of an update whose changelog says nothing. */
const DETAILS = new Map<string, (issue: Issue) => string>([
  ["assigned", ({ words, fields }) => `assigned ${words}${to(fields.text("assignee.displayName", "assignee.name"))}`],
  ["commented", ({ words }) => `commented on ${words}`],
  ["comment_edited", ({ words }) => `edited a comment on ${words}`],
  ["comment_deleted", ({ words }) => `deleted a comment on ${words}`],
  ["resolved", ({ words }) => `resolved ${words}`],
  ["closed", ({ words }) => `closed ${words}`],
  ["reopened", ({ words }) => `reopened ${words}`],
  ["moved", ({ words }) => `moved ${words}`],
  ["work_started", ({ words }) => `started work on ${words}`],
  ["work_stopped", ({ words }) => `stopped work on ${words}`],
  ["work_logged", ({ words }) => `logged work on ${words}`],
  ["worklog_updated", ({ words }) => `changed the work logged on ${words}`],
  ["worklog_deleted", ({ words }) => `deleted work logged on ${words}`],
]);

const to = (name: string | null) => (name === null ? "" : ` to ${name}`);

function updated(hook: Hook, issue: Issue, by: Actor): string {
  const told = DETAILS.get(hook.detail ?? "");
  // A server tells of comments and work as updates of the issue, with no changes worth the name.
  if (told !== undefined && /^(comment|work)/.test(hook.detail ?? "")) return told(issue);
  return sayChanges(readChanges(hook.payload), issue, by, hook.payload) ?? told?.(issue) ?? `updated ${issue.words}`;
}

function nearest({ site }: Hook, { fields }: Issue): { url?: string } {
  const url = browseUrl(site, fields.text("project.key")) ?? site;
  return url === null ? {} : { url };
}

/** `jira:issue_created`, `jira:issue_updated`, `jira:issue_deleted`. */
export const describeIssue: Describe = (hook) => {
  const { action, payload } = hook;
  const commentId = hook.detail?.startsWith("comment") ? payload.text("comment.id") : null;
  const issue = readIssue(hook, commentId);
  const by = doer(hook, ...(action === "created" ? ["issue.fields.creator", "issue.fields.reporter"] : []));
  const isComment = payload.has("comment") && hook.detail !== "comment_deleted";
  return {
    actor: by,
    predicate: action === "updated" ? updated(hook, issue, by) : `${action} ${issue.words}`,
    // A deleted issue has no page any more, its project has.
    entity: action === "deleted" ? { ...issue.entity, ...nearest(hook, issue) } : issue.entity,
    metadata: {
      ...issueDetails(issue),
      changes: keptChanges(readChanges(payload)),
      description: action === "created" ? bodyText(issue.fields, "description") : null,
      ...(isComment ? commentDetails(hook) : {}),
    },
    isImportant: action === "created" && URGENT.test(issue.fields.text("priority.name") ?? ""),
  };
};

/** A comment that only some may see is not repeated to all who see this feed. */
function commentDetails({ payload }: Hook): Record<string, unknown> {
  const comment = payload.at("comment");
  const isRestricted = comment.has("visibility");
  return {
    body: isRestricted ? null : bodyText(comment, "body"),
    visibleTo: isRestricted ? comment.text("visibility.value", "visibility.identifier") : null,
    isInternal: comment.at("jsdPublic").value === false ? true : null,
  };
}

/** `comment_created`, `comment_updated`, `comment_deleted`. Who deleted one, the Cloud does not say. */
export const describeComment: Describe = (hook): Told => {
  const { action, payload } = hook;
  const isGone = action === "deleted";
  const issue = readIssue(hook, isGone ? null : payload.text("comment.id"));
  const author = account(payload.at("comment.author"));
  const by = isGone
    ? (account(payload.at("user")) ?? JIRA)
    : doer(hook, ...(action === "updated" ? ["comment.updateAuthor"] : []), "comment.author");
  const whose = author === null || author.id === by.id ? "a comment" : `a comment by ${author.name}`;
  const verb = action === "created" ? "commented on" : isGone ? `deleted ${whose} on` : `edited ${whose} on`;
  return {
    actor: by,
    predicate: `${verb} ${issue.words}`,
    entity: issue.entity,
    metadata: { ...issueDetails(issue), ...(isGone ? {} : commentDetails(hook)) },
  };
};
