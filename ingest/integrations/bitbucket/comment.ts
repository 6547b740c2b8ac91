import { commentVerb } from "../forge/comment";
import type { Draft } from "../forge/draft";
import { where } from "../forge/places";
import { commitEntity, numbered, numberedDetails, shortSha, type Thing } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { type Call, shaped } from "./call";
import { account, issue, pageOf, pullRequest } from "./shape";

const ACTIONS = new Map([
  ["comment_created", "created"],
  ["commit_comment_created", "created"],
  ["added", "created"],
  ["comment_updated", "edited"],
  ["edited", "edited"],
  ["comment_deleted", "deleted"],
  ["deleted", "deleted"],
]);

/** Data Center gives a comment no link; its pull request shows it by its id. */
function commentUrl(comment: Fields, thing: string | null): string | null {
  const id = comment.text("id");
  const page = pageOf(comment);
  return page ?? (thing === null || id === null ? null : `${thing}/overview?commentId=${encodeURIComponent(id)}`);
}

function predicate(call: Call, action: string, thing: string): string {
  const comment = call.sent.at("comment");
  const path = comment.text("inline.path", "anchor.path");
  const file = path === null ? thing : `${path.split("/").at(-1) || path} in ${thing}`;
  if (/resolved$/.test(action)) return `resolved a comment on ${file}`;
  if (/reopened$/.test(action)) return `reopened a comment on ${file}`;
  const author = { user: account(comment.at(comment.has("user") ? "user" : "author")) };
  const hook = shaped(call, ACTIONS.get(action) ?? action, { comment: author });
  return `${commentVerb(hook, hook.payload.at("comment"))} ${file}`;
}

function commented(call: Call, thing: Thing, metadata: Record<string, unknown>): Draft {
  const comment = call.sent.at("comment");
  const action = call.words.at(-1) ?? "";
  const written = ACTIONS.get(action);
  return {
    predicate: `${predicate(call, action, thing.words)}${where(call.hook)}`,
    entity: thing.entity,
    metadata: {
      ...metadata,
      path: comment.text("inline.path", "anchor.path"),
      line: comment.count("inline.to") ?? comment.count("anchor.line"),
      body: comment.body("content.raw", BODY_BYTES) ?? comment.body("text", BODY_BYTES),
    },
    happenedAt:
      call.date ??
      (written === "created"
        ? comment.at("created_on").value
        : written === "edited"
          ? comment.at("updated_on").value
          : undefined),
  };
}

/** A comment on a pull request or an issue. */
export function describeComment(call: Call): Draft {
  const isIssue = call.words[0] === "issue";
  const about = isIssue ? issue(call.sent) : pullRequest(call.sent);
  const hook = shaped(call, null, { about });
  const isGone = /deleted$/.test(call.words.at(-1) ?? "");
  const url = isGone ? null : commentUrl(call.sent.at("comment"), hook.payload.url("about.html_url"));
  const fields = hook.payload.at("about");
  return commented(call, numbered(hook, isIssue ? "issue" : "pull request", fields, url), numberedDetails(fields));
}

/** A comment on a commit. */
export function describeCommitComment(call: Call): Draft {
  const sha = call.sent.text("commit.hash", "commit") ?? "unknown";
  const home = call.hook.payload.url("repository.html_url");
  const page =
    call.sent.url("commit.links.html.href") ?? (home === null ? null : `${home}/commits/${encodeURIComponent(sha)}`);
  const url = pageOf(call.sent.at("comment")) ?? page;
  const thing = { words: `commit ${shortSha(sha)}`, entity: commitEntity(call.hook, sha, url) };
  return commented(call, thing, { sha });
}
