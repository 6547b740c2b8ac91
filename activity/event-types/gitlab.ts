import type { Json } from "../json";
import { LOOKS, type Look, metadataField, outcomeLook } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const { running: RUNNING, branch: BRANCH, comment: COMMENT, pull: PULL, issue: ISSUE, people: PEOPLE } = LOOKS;
const GONE = { icon: "trash-2", color: "gray" } as const;
const DEPLOYED = { icon: "rocket", color: "green" } as const;

function deploymentLook(metadata: Json): Look | null {
  const found = outcomeLook(metadata);
  return found === LOOKS.succeeded ? DEPLOYED : found;
}

const gone = (metadata: Json) => (metadataField(metadata, "isDeleted") === true ? GONE : null);

/** By kind, and by kind and action where that looks different. A missing action inherits its kind's look. */
const TYPES = new Map<string, SourceType>([
  ["push", { label: "Push", ...BRANCH, look: gone }],
  ["tag_push", { label: "Tag", icon: "tag", color: "blue", look: gone }],
  ["repository_update", { label: "Push", ...BRANCH }],
  ["issue", { label: "Issue", ...ISSUE }],
  ["issue.open", { label: "Issue opened", ...ISSUE }],
  ["issue.close", { label: "Issue closed", ...LOOKS.closed }],
  ["issue.reopen", { label: "Issue reopened", ...ISSUE }],
  ["issue.update", { label: "Issue updated", icon: "pencil", color: "blue" }],
  ["work_item", { label: "Work item", ...ISSUE }],
  ["work_item.close", { label: "Work item closed", ...LOOKS.closed }],
  ["work_item.update", { label: "Work item updated", icon: "pencil", color: "blue" }],
  ["note", { label: "Comment", ...COMMENT }],
  ["note.update", { label: "Comment edited", ...COMMENT }],
  ["emoji", { label: "Reaction", icon: "thumbs-up", color: "amber" }],
  ["merge_request", { label: "Merge request", ...PULL }],
  ["merge_request.open", { label: "Merge request opened", icon: "git-pull-request", color: "green" }],
  ["merge_request.reopen", { label: "Merge request reopened", icon: "git-pull-request", color: "green" }],
  ["merge_request.close", { label: "Merge request closed", icon: "git-pull-request-closed", color: "red" }],
  ["merge_request.merge", { label: "Merge request merged", ...LOOKS.merged }],
  ["merge_request.update", { label: "Merge request updated", icon: "git-commit-horizontal", color: "blue" }],
  ["merge_request.approval", { label: "Merge request approved", ...LOOKS.succeeded }],
  ["merge_request.approved", { label: "Merge request approved", ...LOOKS.succeeded }],
  ["merge_request.unapproval", { label: "Approval withdrawn", icon: "circle-minus", color: "amber" }],
  ["merge_request.unapproved", { label: "Approval withdrawn", icon: "circle-minus", color: "amber" }],
  ["wiki_page", { label: "Wiki", icon: "book-open", color: "cyan" }],
  ["pipeline", { label: "Pipeline", ...RUNNING, look: outcomeLook }],
  ["build", { label: "Job", ...RUNNING, look: outcomeLook }],
  ["deployment", { label: "Deployment", icon: "rocket", color: "blue", look: deploymentLook }],
  ["deployment.approved", { label: "Deployment approved", ...LOOKS.succeeded }],
  ["deployment.rejected", { label: "Deployment rejected", ...LOOKS.failed }],
  ["feature_flag", { label: "Feature flag", icon: "flag", color: "cyan" }],
  ["release", { label: "Release", icon: "package", color: "green" }],
  ["milestone", { label: "Milestone", icon: "milestone", color: "cyan" }],
  ["vulnerability", { label: "Vulnerability", ...LOOKS.alert }],
  ["vulnerability.resolved", { label: "Vulnerability resolved", ...LOOKS.settled }],
  ["vulnerability.dismissed", { label: "Vulnerability dismissed", ...LOOKS.settled }],
  ["access_token", { label: "Access token", icon: "key-round", color: "amber" }],
  ["deploy_token", { label: "Deploy token", icon: "key-round", color: "amber" }],
  ["duo_workflow", { label: "GitLab Duo", icon: "bot", color: "violet" }],
  ["duo_workflow.failed", { label: "GitLab Duo failed", ...LOOKS.failed }],
  ["user_add_to_group", { label: "Member added", icon: "user-plus", color: "pink" }],
  ["user_remove_from_group", { label: "Member removed", icon: "user-minus", color: "pink" }],
  ["user_update_for_group", { label: "Member updated", ...PEOPLE }],
  ["user_add_to_team", { label: "Member added", icon: "user-plus", color: "pink" }],
  ["user_remove_from_team", { label: "Member removed", icon: "user-minus", color: "pink" }],
  ["user_update_for_team", { label: "Member updated", ...PEOPLE }],
  ["user_access_request_to_group", { label: "Access requested", icon: "user-check", color: "amber" }],
  ["user_access_request_to_project", { label: "Access requested", icon: "user-check", color: "amber" }],
  ["project_create", { label: "Project created", ...LOOKS.repository }],
  ["project_destroy", { label: "Project deleted", icon: "trash-2", color: "red" }],
  ["subgroup_create", { label: "Subgroup created", ...PEOPLE }],
  ["subgroup_destroy", { label: "Subgroup deleted", icon: "trash-2", color: "red" }],
  ["key_create", { label: "SSH key added", icon: "key-round", color: "amber" }],
  ["user_failed_login", { label: "Sign-in refused", ...LOOKS.warned }],
]);

/** The look of GitLab's event types; null for other types. */
export const gitlabEventType = describeSourceTypes("gitlab", TYPES);
