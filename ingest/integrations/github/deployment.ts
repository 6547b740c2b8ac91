import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { nearestUrl, repositoryName, repositoryUrl, where } from "../forge/places";
import { shortRef, shortSha } from "../forge/things";
import { BODY_BYTES, type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { listed } from "../payload/listed";

function environmentOf(hook: Hook): string {
  return (
    hook.payload.text("deployment_status.environment", "deployment.environment", "environment") ?? "an environment"
  );
}

/** What goes out: a branch, a tag or a commit. */
function what(deployment: Fields): string {
  const ref = deployment.text("ref", "sha");
  return ref === null ? "a commit" : shortSha(shortRef(ref));
}

/** One deployment; named after where it goes, so that the feed links "production". */
function deploymentEntity(hook: Hook, url: string | null): Entity {
  const deployment = hook.payload.at("deployment");
  const sha = deployment.text("sha");
  const id = deployment.text("id", "node_id") ?? `${repositoryName(hook) ?? ""}:${environmentOf(hook)}`;
  return entity("deployment", id, environmentOf(hook), {
    reference: sha === null ? null : shortSha(sha),
    url: url ?? repositoryUrl(hook, "deployments") ?? nearestUrl(hook),
  });
}

function details(hook: Hook): Record<string, unknown> {
  const deployment = hook.payload.at("deployment");
  return {
    environment: environmentOf(hook),
    ref: deployment.text("ref"),
    sha: deployment.text("sha"),
    task: deployment.text("task"),
    description: hook.payload.text("deployment_status.description", "deployment.description"),
    workflow: hook.payload.text("workflow_run.name", "workflow.name"),
    url: hook.payload.url("deployment_status.environment_url"),
  };
}

function statusPredicate(state: string | null, ref: string, environment: string): string {
  switch (state) {
    case "success":
      return `deployed ${ref} to ${environment}`;
    case "failure":
    case "error":
      return `failed to deploy ${ref} to ${environment}`;
    case "in_progress":
      return `started deploying ${ref} to ${environment}`;
    case "queued":
      return `queued a deployment of ${ref} to ${environment}`;
    case "pending":
    case "waiting":
      return `is waiting to deploy ${ref} to ${environment}`;
    case "inactive":
      return `retired an earlier deployment of ${ref} to ${environment}`;
    default:
      return `updated the deployment of ${ref} to ${environment}`;
  }
}

/** `deployment_status`: started, succeeded, failed. */
export const describeDeploymentStatus: Describe = (hook): Draft => {
  const status = hook.payload.at("deployment_status");
  const state = status.text("state");
  const links = state === "success" ? ["environment_url", "log_url"] : ["log_url", "environment_url"];
  const url = status.url(...links, "target_url");
  return {
    predicate: `${statusPredicate(state, what(hook.payload.at("deployment")), environmentOf(hook))}${where(hook)}`,
    entity: deploymentEntity(hook, url),
    metadata: { ...details(hook), state },
    happenedAt: status.at("created_at").value,
    isImportant: state === "failure" || state === "error",
  };
};

/** `deployment`: asked for, not yet done. */
export const describeDeployment: Describe = (hook): Draft => {
  const deployment = hook.payload.at("deployment");
  return {
    predicate: `asked to deploy ${what(deployment)} to ${environmentOf(hook)}${where(hook)}`,
    entity: deploymentEntity(hook, null),
    metadata: details(hook),
    happenedAt: hook.action === "created" ? deployment.at("created_at").value : undefined,
  };
};

/** Who may approve: a person, or a team. */
function reviewer(one: Fields): string | null {
  const team = one.text("reviewer.name");
  return one.text("reviewer.login") ?? (team === null ? null : `team ${team}`);
}

/** `deployment_review`: someone must approve a deployment of a workflow, or did. */
export const describeDeploymentReview: Describe = (hook): Draft => {
  const { payload } = hook;
  const environment = payload.text("environment", "workflow_job_run.environment") ?? "an environment";
  const run = payload.at("workflow_run");
  const reviewers = payload.list("reviewers", 10).flatMap((one) => reviewer(one) ?? []);
  const verb =
    hook.action === "approved"
      ? "approved deploying"
      : hook.action === "rejected"
        ? "rejected deploying"
        : `asked ${reviewers.length === 0 ? "for approval" : `${listed(reviewers)} for approval`} to deploy`;
  const ref = run.text("head_branch", "head_sha");
  const approver = hook.forge.account(payload.at("approver"));
  return {
    ...(approver === null ? {} : { actor: approver }),
    predicate: `${verb}${ref === null ? "" : ` ${shortSha(ref)}`} to ${environment}${where(hook)}`,
    entity: entity("environment", `${payload.text("repository.id") ?? ""}:${environment}`, environment, {
      url: run.url("html_url") ?? nearestUrl(hook),
    }),
    metadata: {
      environment,
      workflow: run.text("name"),
      branch: run.text("head_branch"),
      sha: run.text("head_sha"),
      reviewers,
      requestedBy: payload.text("requestor.login", "requester.login"),
      body: payload.body("comment", BODY_BYTES),
    },
    happenedAt: hook.action === "requested" ? payload.at("since").value : undefined,
  };
};

/** `deployment_protection_rule`: an app has to say whether a deployment may go on. */
export const describeProtectionRule: Describe = (hook): Draft => {
  const environment = environmentOf(hook);
  const ref = what(hook.payload.at("deployment"));
  const on = ref === "a commit" ? "" : ` of ${ref}`;
  return {
    predicate: `asked a protection rule about the deployment${on} to ${environment}${where(hook)}`,
    entity: deploymentEntity(hook, null),
    metadata: { ...details(hook), trigger: hook.payload.text("event") },
  };
};
