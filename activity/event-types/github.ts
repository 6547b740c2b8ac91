import { z } from "zod";
import type { Color } from "../event-schema";
import { isJsonObject, type Json } from "../json";
import type { EventType } from "./event-type";
import { genericEventType } from "./generic";

interface Look {
  icon: string;
  color: Color;
}
interface GithubType extends Look {
  label: string;
  look?: (metadata: Json) => Look | null;
}

const FAILED: Look = { icon: "triangle-alert", color: "red" };
const SUCCEEDED: Look = { icon: "check", color: "green" };
const RUNNING: Look = { icon: "play", color: "blue" };
const BRANCH: Look = { icon: "git-branch", color: "blue" };
const COMMENT: Look = { icon: "message-circle", color: "violet" };
const PULL: Look = { icon: "git-pull-request", color: "violet" };
const ISSUE: Look = { icon: "circle-dot", color: "green" };
const REPOSITORY: Look = { icon: "book-open", color: "gray" };
const PEOPLE: Look = { icon: "users", color: "pink" };
const ALERT: Look = { icon: "shield-alert", color: "red" };
const GENERIC: Look = { icon: "webhook", color: "gray" };

/** Outcomes by the `conclusion` or `state` of the metadata. */
const OUTCOMES = new Map<unknown, Look>([
  ["success", SUCCEEDED],
  ["built", SUCCEEDED],
  ["failure", FAILED],
  ["error", FAILED],
  ["errored", FAILED],
  ["timed_out", FAILED],
  ["startup_failure", FAILED],
  ["action_required", { icon: "triangle-alert", color: "amber" }],
  ["cancelled", { icon: "circle-slash", color: "gray" }],
  ["skipped", { icon: "circle-slash", color: "gray" }],
]);

function value(metadata: Json, key: string): Json | undefined {
  return isJsonObject(metadata) && Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}

/** Green or red by how it ended. */
function outcome(metadata: Json): Look | null {
  return OUTCOMES.get(value(metadata, "conclusion") ?? value(metadata, "state") ?? value(metadata, "status")) ?? null;
}

function when(key: string, is: Json, look: Look): (metadata: Json) => Look | null {
  return (metadata) => (value(metadata, key) === is ? look : null);
}

function reviewLook(metadata: Json): Look | null {
  const state = value(metadata, "state");
  if (state === "approved") return SUCCEEDED;
  return state === "changes_requested" ? { icon: "git-compare", color: "amber" } : null;
}

/** By event, and by event and action where that looks different. A missing action inherits its event's look. */
const TYPES = new Map<string, GithubType>([
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
  ["issues", { label: "Issue", ...ISSUE }],
  ["issues.closed", { label: "Issue closed", icon: "circle-check", color: "violet" }],
  ["issues.deleted", { label: "Issue deleted", icon: "trash-2", color: "gray" }],
  ["issue_comment", { label: "Comment", ...COMMENT }],
  ["commit_comment", { label: "Commit comment", ...COMMENT }],
  ["discussion", { label: "Discussion", icon: "messages-square", color: "violet" }],
  ["discussion.answered", { label: "Discussion answered", ...SUCCEEDED }],
  ["discussion_comment", { label: "Discussion comment", ...COMMENT }],
  ["workflow_run", { label: "Workflow run", ...RUNNING }],
  ["workflow_run.completed", { label: "Workflow finished", ...RUNNING, look: outcome }],
  ["workflow_job", { label: "Workflow job", ...RUNNING }],
  ["workflow_job.completed", { label: "Workflow job finished", ...RUNNING, look: outcome }],
  ["workflow_dispatch", { label: "Workflow started by hand", ...RUNNING }],
  ["check_run", { label: "Check", ...RUNNING }],
  ["check_run.completed", { label: "Check finished", ...RUNNING, look: outcome }],
  ["check_suite", { label: "Checks", ...RUNNING }],
  ["check_suite.completed", { label: "Checks finished", ...RUNNING, look: outcome }],
  ["status", { label: "Commit status", ...RUNNING, look: outcome }],
  ["merge_group", { label: "Merge queue", icon: "git-merge", color: "blue" }],
  ["release", { label: "Release", icon: "package", color: "green" }],
  ["package", { label: "Package", icon: "package", color: "blue" }],
  ["registry_package", { label: "Package", icon: "package", color: "blue" }],
  ["deployment", { label: "Deployment", icon: "rocket", color: "blue" }],
  [
    "deployment_status",
    {
      label: "Deployment status",
      icon: "rocket",
      color: "blue",
      look: (metadata) => {
        const found = outcome(metadata);
        return found === SUCCEEDED ? { icon: "rocket", color: "green" } : found;
      },
    },
  ],
  ["deployment_review", { label: "Deployment review", icon: "rocket", color: "amber" }],
  ["page_build", { label: "Pages build", icon: "globe", color: "blue", look: outcome }],
  ["star", { label: "Star", icon: "star", color: "amber" }],
  ["watch", { label: "Star", icon: "star", color: "amber" }],
  ["fork", { label: "Fork", icon: "git-fork", color: "cyan" }],
  ["repository", { label: "Repository", ...REPOSITORY }],
  ["repository.deleted", { label: "Repository deleted", icon: "trash-2", color: "red" }],
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
  ["deploy_key", { label: "Deploy key", icon: "key-round", color: "amber" }],
  ["installation", { label: "GitHub App", icon: "plug", color: "gray" }],
  ["ping", { label: "Webhook connected", icon: "plug", color: "green" }],
  ["meta", { label: "Webhook", icon: "plug", color: "amber" }],
]);

/** Actions after which an alert is no longer one. */
const SETTLED = /^(fixed|resolved?|dismiss(ed)?|closed_by_user|auto_dismissed)$/;
const PREFIX = "github.";

function sentenceCase(text: string): string {
  const words = text.replace(/[._-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The look of `github.<event>[.<action>]`: of that action, else of its event, else GitHub's own; null for other types.
 * Who sends the webhook writes its sentence; the template serves events that were posted by hand.
 */
export function githubEventType(type: string): EventType | null {
  if (!type.startsWith(PREFIX) || type.length === PREFIX.length) return null;
  const name = type.slice(PREFIX.length);
  const dot = name.indexOf(".");
  const event = dot < 0 ? name : name.slice(0, dot);
  const action = dot < 0 ? "" : name.slice(dot + 1);
  const exact = TYPES.get(name);
  const parent = TYPES.get(event);
  const found = exact ?? parent ?? { label: sentenceCase(event), ...GENERIC };
  const isSettled = found.icon === ALERT.icon && SETTLED.test(action);
  const ending = action === "" ? "" : ` ${action.replace(/[._-]+/g, " ")}`;
  return {
    type,
    label: exact ? exact.label : `${found.label}${ending}`.trim(),
    group: "integration",
    icon: isSettled ? "shield-check" : found.icon,
    color: isSettled ? "green" : found.color,
    message: event === "push" ? "{actor} pushed to {entity}" : genericEventType(name, "integration").message,
    ...(found.look ? { look: found.look } : {}),
    metadata: z.looseObject({ repository: z.string().optional(), body: z.string().optional() }),
  };
}
