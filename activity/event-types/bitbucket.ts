import { reviewLook } from "./forge";
import { LOOKS, outcomeLook } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const OPENED = { label: "Pull request opened", icon: "git-pull-request", color: "green" } as const;
const MERGED = { label: "Pull request merged", ...LOOKS.merged };
const DECLINED = { label: "Pull request declined", icon: "git-pull-request-closed", color: "red" } as const;
const REVIEW = { icon: "eye", color: "violet", look: reviewLook } as const;
const UPDATED = { label: "Pull request updated", icon: "git-commit-horizontal", color: "blue" } as const;

/** By key, Cloud's (`pullrequest`) and Data Center's (`pr`), and by the first word of one. */
const TYPES = new Map<string, SourceType>([
  ["repo", { label: "Repository", ...LOOKS.repository }],
  ["repo.push", { label: "Push", ...LOOKS.branch }],
  ["repo.refs_changed", { label: "Push", ...LOOKS.branch }],
  ["repo.fork", { label: "Fork", icon: "git-fork", color: "cyan" }],
  ["repo.forked", { label: "Fork", icon: "git-fork", color: "cyan" }],
  ["repo.deleted", { label: "Repository deleted", icon: "trash-2", color: "red" }],
  ["repo.secret_detected", { label: "Secret detected", ...LOOKS.alert }],
  ["repo.commit_comment_created", { label: "Commit comment", ...LOOKS.comment }],
  ["repo.comment.added", { label: "Commit comment", ...LOOKS.comment }],
  ["repo.commit_status_created", { label: "Commit status", ...LOOKS.running, look: outcomeLook }],
  ["repo.commit_status_updated", { label: "Commit status", ...LOOKS.running, look: outcomeLook }],
  ["mirror", { label: "Mirror", icon: "refresh-cw", color: "gray" }],
  ["project", { label: "Project", ...LOOKS.repository }],
  ["issue", { label: "Issue", ...LOOKS.issue }],
  ["issue.comment_created", { label: "Comment", ...LOOKS.comment }],
  ["pullrequest", { label: "Pull request", ...LOOKS.pull }],
  ["pullrequest.created", OPENED],
  ["pullrequest.push", UPDATED],
  ["pullrequest.fulfilled", MERGED],
  ["pullrequest.rejected", DECLINED],
  ["pullrequest.approved", { label: "Pull request approved", ...REVIEW }],
  ["pullrequest.unapproved", { label: "Approval taken back", ...REVIEW }],
  ["pullrequest.changes_request_created", { label: "Changes requested", ...REVIEW }],
  ["pullrequest.changes_request_removed", { label: "Request for changes taken back", ...REVIEW }],
  ["pullrequest.comment_created", { label: "Comment", ...LOOKS.comment }],
  ["pr", { label: "Pull request", ...LOOKS.pull }],
  ["pr.opened", OPENED],
  ["pr.from_ref_updated", UPDATED],
  ["pr.merged", MERGED],
  ["pr.declined", DECLINED],
  ["pr.reviewer.approved", { label: "Pull request approved", ...REVIEW }],
  ["pr.reviewer.needs_work", { label: "Changes requested", ...REVIEW }],
  ["pr.reviewer.changes_requested", { label: "Changes requested", ...REVIEW }],
  ["pr.comment.added", { label: "Comment", ...LOOKS.comment }],
  ["diagnostics", { label: "Connection tested", ...LOOKS.connected }],
]);

/** The look of Bitbucket's event types; null for other types. */
export const bitbucketEventType = describeSourceTypes("bitbucket", TYPES);
