import type { EventType } from "./event-type";
import { FORGE_TYPES, reviewLook } from "./forge";
import { LOOKS, outcomeLook } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const { succeeded: SUCCEEDED, running: RUNNING, comment: COMMENT, people: PEOPLE, alert: ALERT } = LOOKS;
const { repository: REPOSITORY } = LOOKS;

/** By event, and by event and action where that looks different. A missing action inherits its event's look. */
const TYPES = new Map<string, SourceType>([
  ...FORGE_TYPES,
  ["pull_request.merged", { label: "Pull request merged", icon: "git-merge", color: "violet" }],
  [
    "pull_request.converted_to_draft",
    { label: "Pull request turned into a draft", icon: "git-pull-request-draft", color: "gray" },
  ],
  ["pull_request.synchronize", { label: "Pull request updated", icon: "git-commit-horizontal", color: "blue" }],
  ["pull_request_review", { label: "Pull request review", icon: "eye", color: "violet", look: reviewLook }],
  ["pull_request_review.submitted", { label: "Pull request reviewed", icon: "eye", color: "violet", look: reviewLook }],
  ["pull_request_review.dismissed", { label: "Review dismissed", icon: "eye-off", color: "gray" }],
  ["pull_request_review_comment", { label: "Review comment", ...COMMENT }],
  ["pull_request_review_thread", { label: "Review thread", icon: "message-circle", color: "gray" }],
  ["commit_comment", { label: "Commit comment", ...COMMENT }],
  ["discussion", { label: "Discussion", icon: "messages-square", color: "violet" }],
  ["discussion.answered", { label: "Discussion answered", ...SUCCEEDED }],
  ["discussion_comment", { label: "Discussion comment", ...COMMENT }],
  ["workflow_dispatch", { label: "Workflow started by hand", ...RUNNING }],
  ["check_run", { label: "Check", ...RUNNING }],
  ["check_run.completed", { label: "Check finished", ...RUNNING, look: outcomeLook }],
  ["check_suite", { label: "Checks", ...RUNNING }],
  ["check_suite.completed", { label: "Checks finished", ...RUNNING, look: outcomeLook }],
  ["merge_group", { label: "Merge queue", icon: "git-merge", color: "blue" }],
  ["registry_package", { label: "Package", icon: "package", color: "blue" }],
  ["deployment", { label: "Deployment", icon: "rocket", color: "blue" }],
  [
    "deployment_status",
    {
      label: "Deployment status",
      icon: "rocket",
      color: "blue",
      look: (metadata) => {
        const found = outcomeLook(metadata);
        return found === SUCCEEDED ? { icon: "rocket", color: "green" } : found;
      },
    },
  ],
  ["deployment_review", { label: "Deployment review", icon: "rocket", color: "amber" }],
  ["page_build", { label: "Pages build", icon: "globe", color: "blue", look: outcomeLook }],
  ["star", { label: "Star", icon: "star", color: "amber" }],
  ["watch", { label: "Star", icon: "star", color: "amber" }],
  ["public", { label: "Repository made public", icon: "globe", color: "amber" }],
  ["repository_import", { label: "Repository import", ...REPOSITORY }],
  ["gollum", { label: "Wiki", icon: "book-open", color: "cyan" }],
  ["label", { label: "Label", icon: "tag", color: "cyan" }],
  ["milestone", { label: "Milestone", icon: "milestone", color: "cyan" }],
  ["member", { label: "Collaborator", ...PEOPLE }],
  ["membership", { label: "Team membership", ...PEOPLE }],
  ["organization", { label: "Organization", ...PEOPLE }],
  ["team", { label: "Team", ...PEOPLE }],
  ["team_add", { label: "Team added", ...PEOPLE }],
  ["org_block", { label: "Blocked account", icon: "circle-slash", color: "red" }],
  ["sponsorship", { label: "Sponsorship", icon: "heart", color: "pink" }],
  ["code_scanning_alert", { label: "Code scanning alert", ...ALERT }],
  ["secret_scanning_alert", { label: "Secret scanning alert", ...ALERT }],
  ["dependabot_alert", { label: "Dependabot alert", ...ALERT }],
  ["repository_vulnerability_alert", { label: "Vulnerability alert", ...ALERT }],
  ["security_advisory", { label: "Security advisory", icon: "shield-alert", color: "amber" }],
  ["repository_advisory", { label: "Repository advisory", icon: "shield-alert", color: "amber" }],
  ["branch_protection_rule", { label: "Branch protection rule", icon: "shield", color: "amber" }],
  ["repository_ruleset", { label: "Repository ruleset", icon: "shield", color: "amber" }],
  ["branch_protection_configuration", { label: "Branch protection", icon: "shield", color: "amber" }],
  ["secret_scanning_alert_location", { label: "Leaked secret found", ...ALERT }],
  ["security_and_analysis", { label: "Security settings", icon: "shield", color: "amber" }],
  ["custom_property", { label: "Custom property", icon: "tags", color: "cyan" }],
  ["custom_property_values", { label: "Custom properties", icon: "tags", color: "cyan" }],
  ["personal_access_token_request", { label: "Access token request", icon: "key-round", color: "amber" }],
  ["deployment_protection_rule", { label: "Deployment protection", icon: "rocket", color: "amber" }],
  ["projects_v2", { label: "Project", icon: "list-checks", color: "blue" }],
  ["projects_v2_item", { label: "Project item", icon: "list-checks", color: "blue" }],
  ["projects_v2_status_update", { label: "Project status", icon: "activity", color: "blue" }],
  ["sub_issues", { label: "Sub-issue", ...LOOKS.issue }],
  ["issue_dependencies", { label: "Issue dependency", ...LOOKS.issue }],
  ["marketplace_purchase", { label: "Marketplace purchase", ...LOOKS.payment }],
  ["installation_target", { label: "Account renamed", ...PEOPLE }],
  ["deploy_key", { label: "Deploy key", icon: "key-round", color: "amber" }],
  ["installation", { label: "GitHub App", icon: "plug", color: "gray" }],
  ["ping", { label: "Webhook connected", icon: "plug", color: "green" }],
  ["meta", { label: "Webhook", icon: "plug", color: "amber" }],
]);

/** Actions after which an alert is no longer one. */
const SETTLED = /^(fixed|resolved?|dismiss(ed)?|closed_by_user|auto_dismissed)$/;
const describe = describeSourceTypes("github", TYPES);

/** The look of GitHub's event types; null for other types. */
export function githubEventType(type: string): EventType | null {
  const found = describe(type);
  if (found === null) return null;
  if (type === "github.push") return { ...found, message: "{actor} pushed to {entity}" };
  const isSettled = found.icon === ALERT.icon && SETTLED.test(type.split(".").slice(2).join("."));
  return isSettled ? { ...found, ...LOOKS.settled } : found;
}
