import type { Json } from "../json";
import { LOOKS, type Look, metadataField, outcomeLook } from "./looks";
import type { SourceType } from "./source-types";

const { running: RUNNING, branch: BRANCH, comment: COMMENT, pull: PULL, issue: ISSUE, repository: REPOSITORY } = LOOKS;

/** A look for the stored events of which a field of the metadata says so. */
function when(key: string, is: Json, look: Look): (metadata: Json) => Look | null {
  return (metadata) => (metadataField(metadata, key) === is ? look : null);
}

/** How a review looks by its verdict. */
export function reviewLook(metadata: Json): Look | null {
  const state = metadataField(metadata, "state");
  if (state === "approved") return LOOKS.succeeded;
  return state === "changes_requested" ? { icon: "git-compare", color: "amber" } : null;
}

/** Events that every sender which hosts repositories has, by event and by event and action where that looks different. */
export const FORGE_TYPES: readonly (readonly [string, SourceType])[] = [
  ["push", { label: "Push", ...BRANCH, look: when("isForced", true, { icon: "git-branch", color: "amber" }) }],
  ["create", { label: "Branch or tag created", ...BRANCH }],
  ["delete", { label: "Branch or tag deleted", icon: "git-branch", color: "gray" }],
  ["pull_request", { label: "Pull request", ...PULL }],
  ["pull_request.opened", { label: "Pull request opened", icon: "git-pull-request", color: "green" }],
  ["pull_request.reopened", { label: "Pull request reopened", icon: "git-pull-request", color: "green" }],
  [
    "pull_request.closed",
    {
      label: "Pull request merged or closed",
      icon: "git-pull-request-closed",
      color: "red",
      look: when("isMerged", true, { icon: "git-merge", color: "violet" }),
    },
  ],
  ["issues", { label: "Issue", ...ISSUE }],
  ["issues.closed", { label: "Issue closed", icon: "circle-check", color: "violet" }],
  ["issues.deleted", { label: "Issue deleted", icon: "trash-2", color: "gray" }],
  ["issue_comment", { label: "Comment", ...COMMENT }],
  ["workflow_run", { label: "Workflow run", ...RUNNING }],
  ["workflow_run.completed", { label: "Workflow finished", ...RUNNING, look: outcomeLook }],
  ["workflow_job", { label: "Workflow job", ...RUNNING }],
  ["workflow_job.completed", { label: "Workflow job finished", ...RUNNING, look: outcomeLook }],
  ["status", { label: "Commit status", ...RUNNING, look: outcomeLook }],
  ["release", { label: "Release", icon: "package", color: "green" }],
  ["package", { label: "Package", icon: "package", color: "blue" }],
  ["fork", { label: "Fork", icon: "git-fork", color: "cyan" }],
  ["repository", { label: "Repository", ...REPOSITORY }],
  ["repository.deleted", { label: "Repository deleted", icon: "trash-2", color: "red" }],
];
