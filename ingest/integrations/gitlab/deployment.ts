import { entity } from "../payload/draft";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { account } from "./people";
import { nearestUrl, projectName, projectUrl, where } from "./places";

function predicate(status: string | null, sha: string, environment: string): string {
  const what = `${sha} to ${environment}`;
  switch (status) {
    case "success":
      return `deployed ${what}`;
    case "failed":
      return `failed to deploy ${what}`;
    case "running":
      return `started deploying ${what}`;
    case "created":
      return `asked to deploy ${what}`;
    case "blocked":
      return `is waiting for approval to deploy ${what}`;
    case "canceled":
      return `canceled deploying ${what}`;
    case "skipped":
      return `skipped deploying ${what}`;
    case "approved":
      return `approved deploying ${what}`;
    case "rejected":
      return `rejected deploying ${what}`;
    default:
      return `updated the deployment of ${what}`;
  }
}

/** A deployment outside production fails without everybody having to know. */
function isProduction(hook: Hook): boolean {
  return /^(production|other)?$/.test(hook.payload.text("environment_tier") ?? "");
}

/** `deployment`: started, done, failed, and what an approver said. */
export const describeDeployment: Describe = (hook): Draft => {
  const { payload } = hook;
  const status = payload.text("status");
  const environment = payload.text("environment") ?? "an environment";
  const sha = payload.text("short_sha");
  const approver = account(payload.at("approver"));
  return {
    ...(approver === null ? {} : { actor: approver }),
    predicate: `${predicate(status, sha ?? "a commit", environment)}${where(hook)}`,
    entity: entity(
      "deployment",
      payload.text("deployment_id") ?? `${projectName(hook) ?? ""}:${environment}`,
      environment,
      {
        reference: sha,
        url: payload.url("deployable_url") ?? projectUrl(hook, "-/environments") ?? nearestUrl(hook),
      },
    ),
    metadata: {
      status,
      environment,
      tier: payload.text("environment_tier"),
      sha,
      commit: payload.text("commit_title"),
      url: payload.url("environment_external_url"),
      comment: payload.body("approval.comment", 2_048),
      triggeredBy: approver === null ? null : payload.text("user.name", "user.username"),
    },
    happenedAt: payload.at("status_changed_at").value,
    isImportant: status === "failed" && isProduction(hook),
  };
};
