import { FORGE_TYPES, reviewLook } from "./forge";
import { LOOKS, outcomeLook } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const REVIEW = { label: "Pull request review", icon: "eye", color: "violet", look: reviewLook } as const;
const RUN = { ...LOOKS.running, look: outcomeLook };

/** By event, and by event and action where that looks different. */
const TYPES = new Map<string, SourceType>([
  ...FORGE_TYPES,
  ["pull_request.synchronized", { label: "Pull request updated", icon: "git-commit-horizontal", color: "blue" }],
  ["pull_request_approved", { ...REVIEW, label: "Pull request approved" }],
  ["pull_request_rejected", { ...REVIEW, label: "Changes requested" }],
  ["pull_request_comment", REVIEW],
  ["mention", { label: "Mention", icon: "at-sign", color: "pink" }],
  ["wiki", { label: "Wiki", icon: "book-open", color: "cyan" }],
  ["schedule", { label: "Scheduled workflows", icon: "clock", color: "blue" }],
  // Forgejo says how a run went in the name of its event.
  ["action_run_failure", { label: "Workflow failed", ...LOOKS.failed }],
  ["action_run_success", { label: "Workflow succeeded", ...LOOKS.succeeded }],
  ["action_run_recover", { label: "Workflow recovered", ...LOOKS.succeeded }],
  ...["blocked", "cancelled", "failure", "running", "skipped", "success", "waiting"].flatMap(
    (state): [string, SourceType][] => [
      [`workflow_run_${state}`, { label: `Workflow ${state}`, ...RUN }],
      [`workflow_job_${state}`, { label: `Workflow job ${state}`, ...RUN }],
    ],
  ),
]);

/** The look of Forgejo's and Gitea's event types; null for other types. */
export const forgejoEventType = describeSourceTypes("forgejo", TYPES);
