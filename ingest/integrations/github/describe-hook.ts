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
import { describeInstallationTarget, describeTokenRequest } from "./access";
import { describeAppAuthorization, describeInstallation, describeInstallationRepositories } from "./apps";
import { describeCheckRun, describeCheckSuite } from "./checks";
import { describeCommitComment } from "./commit-comment";
import {
  describeDeployment,
  describeDeploymentReview,
  describeDeploymentStatus,
  describeProtectionRule,
} from "./deployment";
import { describeDiscussion, describeDiscussionComment } from "./discussion";
import { describeDependency, describeSubIssue } from "./issue-links";
import { describeBlock, describeMember, describeMembership, describeOrganization, describeTeam } from "./members";
import { describeMergeGroup } from "./merge-group";
import { describePackage } from "./package";
import { describeMeta, describePing } from "./ping";
import { describeProjectItem, describeProjectStatus } from "./projects";
import { describePush } from "./push";
import {
  describeDispatch,
  describeFork,
  describeImport,
  describePageBuild,
  describePublic,
  describeStar,
  describeWatch,
  describeWiki,
} from "./repository";
import { describePropertyValues, describeProtection, describeSecurityFeatures } from "./repository-settings";
import { describeReview, describeReviewComment } from "./review";
import { describeReviewThread } from "./review-thread";
import {
  describeCodeScanningAlert,
  describeDependabotAlert,
  describeSecretLocation,
  describeSecretScanningAlert,
  describeVulnerabilityAlert,
} from "./security";
import { describeSecurityAdvisory } from "./security-advisory";
import { describePurchase, describeSponsorship } from "./sponsorship";
import { knownThing } from "./things";
import { describeWorkflowDispatch } from "./workflow-dispatch";

/** Who puts each event into words; all others are told by {@link describeGeneric}. */
const DESCRIBE = new Map<string, Describe>([
  ["check_run", describeCheckRun],
  ["check_suite", describeCheckSuite],
  ["code_scanning_alert", describeCodeScanningAlert],
  ["commit_comment", describeCommitComment],
  ["branch_protection_configuration", describeProtection],
  ["create", describeCreate],
  ["custom_property_values", describePropertyValues],
  ["delete", describeDelete],
  ["dependabot_alert", describeDependabotAlert],
  ["deployment", describeDeployment],
  ["deployment_protection_rule", describeProtectionRule],
  ["deployment_review", describeDeploymentReview],
  ["deployment_status", describeDeploymentStatus],
  ["discussion", describeDiscussion],
  ["discussion_comment", describeDiscussionComment],
  ["fork", describeFork],
  ["github_app_authorization", describeAppAuthorization],
  ["gollum", describeWiki],
  ["installation", describeInstallation],
  ["installation_repositories", describeInstallationRepositories],
  ["installation_target", describeInstallationTarget],
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
  ["package", describePackage],
  ["page_build", describePageBuild],
  ["personal_access_token_request", describeTokenRequest],
  ["ping", describePing],
  ["projects_v2_item", describeProjectItem],
  ["projects_v2_status_update", describeProjectStatus],
  ["public", describePublic],
  ["pull_request", describePullRequest],
  ["pull_request_review", describeReview],
  ["pull_request_review_comment", describeReviewComment],
  ["pull_request_review_thread", describeReviewThread],
  ["push", describePush],
  ["registry_package", describePackage],
  ["release", describeRelease],
  ["repository", describeRepository],
  ["repository_dispatch", describeDispatch],
  ["repository_import", describeImport],
  ["repository_vulnerability_alert", describeVulnerabilityAlert],
  ["secret_scanning_alert", describeSecretScanningAlert],
  ["secret_scanning_alert_location", describeSecretLocation],
  ["security_and_analysis", describeSecurityFeatures],
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
  const draft = (DESCRIBE.get(hook.event) ?? knownThing(hook.event) ?? describeGeneric)(hook);
  const metadata = { repository: repositoryName(hook), organization: organizationName(hook), ...draft.metadata };
  const told = { ...draft, actor: draft.actor ?? sender(hook), metadata };
  return toEvent("github", [hook.event, hook.action], told, receivedAt);
}
