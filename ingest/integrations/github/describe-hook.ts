import type { ActivityEvent } from "@/activity/event-schema";
import { toEvent } from "../payload/draft";
import { describeAppAuthorization, describeInstallation, describeInstallationRepositories } from "./apps";
import { describeCheckSuite, describeMergeGroup, describeStatus, describeWorkflowDispatch } from "./checks";
import { describeDeployment, describeDeploymentReview, describeDeploymentStatus } from "./deployment";
import { describeDiscussion, describeDiscussionComment } from "./discussion";
import type { Describe } from "./draft";
import { describeGeneric, describeProjectItem } from "./generic";
import type { Hook } from "./hook";
import { describeCommitComment, describeIssue, describeIssueComment } from "./issue";
import { describeDependency, describeSubIssue } from "./issue-links";
import { describeBlock, describeMember, describeMembership, describeOrganization, describeTeam } from "./members";
import { sender } from "./people";
import { describeMeta, describePing } from "./ping";
import { organizationName, repositoryName } from "./places";
import { describePullRequest, describeReviewThread } from "./pull-request";
import { describePush } from "./push";
import { describeCreate, describeDelete } from "./references";
import { describeRelease } from "./release";
import {
  describeDispatch,
  describeFork,
  describeImport,
  describePageBuild,
  describePublic,
  describeRepository,
  describeStar,
  describeWatch,
  describeWiki,
} from "./repository";
import { describeReview, describeReviewComment } from "./review";
import {
  describeCodeScanningAlert,
  describeDependabotAlert,
  describeSecretScanningAlert,
  describeSecurityAdvisory,
  describeVulnerabilityAlert,
} from "./security";
import { describePurchase, describeSponsorship } from "./sponsorship";
import { describeCheckRun, describeWorkflowJob, describeWorkflowRun } from "./workflow";

/** Who puts each event into words; all others are told by {@link describeGeneric}. */
const DESCRIBE = new Map<string, Describe>([
  ["check_run", describeCheckRun],
  ["check_suite", describeCheckSuite],
  ["code_scanning_alert", describeCodeScanningAlert],
  ["commit_comment", describeCommitComment],
  ["create", describeCreate],
  ["delete", describeDelete],
  ["dependabot_alert", describeDependabotAlert],
  ["deployment", describeDeployment],
  ["deployment_review", describeDeploymentReview],
  ["deployment_status", describeDeploymentStatus],
  ["discussion", describeDiscussion],
  ["discussion_comment", describeDiscussionComment],
  ["fork", describeFork],
  ["github_app_authorization", describeAppAuthorization],
  ["gollum", describeWiki],
  ["installation", describeInstallation],
  ["installation_repositories", describeInstallationRepositories],
  ["issue_comment", describeIssueComment],
  ["issue_dependencies", describeDependency],
  ["issues", describeIssue],
  ["marketplace_purchase", describePurchase],
  ["member", describeMember],
  ["membership", describeMembership],
  ["merge_group", describeMergeGroup],
  ["meta", describeMeta],
  ["org_block", describeBlock],
  ["organization", describeOrganization],
  ["page_build", describePageBuild],
  ["ping", describePing],
  ["projects_v2_item", describeProjectItem],
  ["public", describePublic],
  ["pull_request", describePullRequest],
  ["pull_request_review", describeReview],
  ["pull_request_review_comment", describeReviewComment],
  ["pull_request_review_thread", describeReviewThread],
  ["push", describePush],
  ["release", describeRelease],
  ["repository", describeRepository],
  ["repository_dispatch", describeDispatch],
  ["repository_import", describeImport],
  ["repository_vulnerability_alert", describeVulnerabilityAlert],
  ["secret_scanning_alert", describeSecretScanningAlert],
  ["security_advisory", describeSecurityAdvisory],
  ["sponsorship", describeSponsorship],
  ["star", describeStar],
  ["status", describeStatus],
  ["sub_issues", describeSubIssue],
  ["team", describeTeam],
  ["team_add", describeTeam],
  ["watch", describeWatch],
  ["workflow_dispatch", describeWorkflowDispatch],
  ["workflow_job", describeWorkflowJob],
  ["workflow_run", describeWorkflowRun],
]);

/** One delivery as one event that passes `eventSchema`, whatever its payload holds. */
export function describeHook(hook: Hook, receivedAt: Date): ActivityEvent {
  const draft = (DESCRIBE.get(hook.event) ?? describeGeneric)(hook);
  const metadata = { repository: repositoryName(hook), organization: organizationName(hook), ...draft.metadata };
  const told = { ...draft, actor: draft.actor ?? sender(hook), metadata };
  return toEvent("github", [hook.event, hook.action], told, receivedAt);
}
