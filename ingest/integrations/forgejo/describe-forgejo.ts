import type { ActivityEvent } from "@/activity/event-schema";
import type { Describe } from "../forge/draft";
import { describeGeneric } from "../forge/generic";
import type { Hook } from "../forge/hook";
import { describeIssue, describeIssueComment } from "../forge/issue";
import { sender } from "../forge/people";
import { organizationName, repositoryName } from "../forge/places";
import { describePullRequest } from "../forge/pull-request";
import { describeCreate, describeDelete } from "../forge/references";
import { describeRelease } from "../forge/release";
import { describeRepository } from "../forge/repository";
import { describeStatus } from "../forge/status";
import { describeWorkflowJob, describeWorkflowRun } from "../forge/workflow";
import { toEvent } from "../payload/draft";
import { describeMention } from "./mention";
import { describePush } from "./push";
import { describeFork, describePackage, describeWiki } from "./repository";
import { describeReview } from "./review";
import { describeActionJob, describeActionRun, describeSchedule } from "./run";

/** Who puts each event into words, by its name or how that begins; all others are told by {@link describeGeneric}. */
const DESCRIBE: readonly [event: RegExp, describe: Describe][] = [
  [/^create$/, describeCreate],
  [/^delete$/, describeDelete],
  [/^fork$/, describeFork],
  [/^push$/, describePush],
  [/^issue_comment$/, describeIssueComment],
  // By the name of the event, and by its type where a version sends no name.
  [/^issue(s|_assign|_label|_milestone)$/, describeIssue],
  [/^pull_request_(review_)?(approved|rejected|comment)$/, describeReview],
  [/^pull_request(_assign|_label|_milestone|_sync|_review_request)?$/, describePullRequest],
  [/^mention$/, describeMention],
  [/^package$/, describePackage],
  [/^release$/, describeRelease],
  [/^repository$/, describeRepository],
  [/^schedule$/, describeSchedule],
  [/^status$/, describeStatus],
  [/^wiki$/, describeWiki],
  [/^workflow_run$/, describeWorkflowRun],
  [/^workflow_job$/, describeWorkflowJob],
  [/^(action|workflow)_run_/, describeActionRun],
  [/^workflow_job_/, describeActionJob],
];

/** One delivery as one event that passes `eventSchema`, whatever its payload holds. */
export function describeForgejo(hook: Hook, receivedAt: Date): ActivityEvent {
  const describe = DESCRIBE.find(([event]) => event.test(hook.event))?.[1] ?? describeGeneric;
  const draft = describe(hook);
  const metadata = {
    repository: repositoryName(hook) ?? hook.payload.text("run.repository.full_name"),
    organization: organizationName(hook),
    ...draft.metadata,
  };
  return toEvent(
    "forgejo",
    [hook.event, hook.action],
    { ...draft, actor: draft.actor ?? sender(hook), metadata },
    receivedAt,
  );
}
