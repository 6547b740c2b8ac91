import { entity } from "../payload/draft";
import type { Describe, Draft } from "./draft";
import { app, GITHUB } from "./people";
import { nearestUrl, repositoryUrl, where } from "./places";
import { commitEntity, refEntity, shortRef, shortSha } from "./things";

const SUITE = new Map(
  Object.entries({
    success: "passed",
    failure: "failed",
    timed_out: "timed out",
    startup_failure: "failed to start",
    cancelled: "were cancelled",
    action_required: "need action",
    skipped: "were skipped",
    stale: "went stale",
  }),
);
const SUITE_FAILED = new Set(["failure", "timed_out", "startup_failure"]);

/** `check_suite`: all checks of one app on one commit; its entity is that suite. */
export const describeCheckSuite: Describe = (hook): Draft => {
  const suite = hook.payload.at("check_suite");
  const sha = suite.text("head_sha");
  const name = shortRef(suite.text("head_branch") ?? "") || (sha === null ? "a commit" : shortSha(sha));
  const isDone = hook.action === "completed";
  const conclusion = suite.text("conclusion") ?? "";
  const result = isDone
    ? (SUITE.get(conclusion) ?? "finished")
    : hook.action === "rerequested"
      ? "were requested again"
      : "were requested";
  return {
    actor: app(suite.at("app")),
    predicate: `checks on ${name} ${result}${where(hook)}`,
    entity: entity("check_suite", suite.text("id", "node_id") ?? name, name, {
      reference: sha === null ? null : shortSha(sha),
      url: sha === null ? nearestUrl(hook) : repositoryUrl(hook, `commit/${sha}/checks`),
    }),
    metadata: {
      status: suite.text("status"),
      conclusion: suite.text("conclusion"),
      branch: suite.text("head_branch"),
      sha,
      commit: suite.body("head_commit.message", 300)?.split("\n")[0]?.trim(),
      pullRequests: suite.list("pull_requests", 10).map((pull) => pull.count("number")),
      triggeredBy: hook.payload.text("sender.login"),
    },
    happenedAt: isDone ? suite.at("updated_at").value : undefined,
    isImportant: isDone && SUITE_FAILED.has(conclusion),
  };
};

const STATE = new Map(
  Object.entries({
    success: "passed",
    failure: "failed",
    error: "could not run",
    pending: "is pending",
  }),
);

/** `status`: an older service's verdict on a commit. */
export const describeStatus: Describe = (hook): Draft => {
  const { payload } = hook;
  const sha = payload.text("sha", "commit.sha") ?? "unknown";
  const state = payload.text("state") ?? "";
  const check = payload.text("context") ?? "default";
  return {
    predicate: `reported that check ${check} ${STATE.get(state) ?? "changed"} for commit ${shortSha(sha)}${where(hook)}`,
    entity: commitEntity(hook, sha, payload.url("target_url", "commit.html_url")),
    metadata: {
      state: payload.text("state"),
      check,
      description: payload.text("description"),
      sha,
      commit: payload.body("commit.commit.message", 300)?.split("\n")[0]?.trim(),
      branches: payload.list("branches", 10).map((branch) => branch.text("name")),
    },
    happenedAt: payload.at("created_at").value,
    isImportant: state === "failure" || state === "error",
  };
};

/** `merge_group`: a batch of the merge queue. */
export const describeMergeGroup: Describe = (hook): Draft => {
  const group = hook.payload.at("merge_group");
  const base = shortRef(group.text("base_ref") ?? "") || "the default branch";
  const reason = hook.payload.text("reason");
  const done = reason === "merged" ? "merged a merge group into" : "removed a merge group for";
  const verb = hook.action === "checks_requested" ? "requested checks of a merge group for" : done;
  return {
    actor: GITHUB,
    predicate: `${verb} ${base}${where(hook)}`,
    entity: refEntity(hook, "branch", base),
    metadata: {
      branch: base,
      sha: group.text("head_sha"),
      commit: group.body("head_commit.message", 300)?.split("\n")[0]?.trim(),
      reason,
      triggeredBy: hook.payload.text("sender.login"),
    },
  };
};

/** `workflow_dispatch`: a workflow started by hand. */
export const describeWorkflowDispatch: Describe = (hook): Draft => {
  const { payload } = hook;
  const path = payload.text("workflow") ?? "workflow";
  const name = path.split("/").at(-1) || path;
  const ref = payload.text("ref");
  return {
    predicate: `started workflow ${name}${ref === null ? "" : ` on ${shortRef(ref)}`}${where(hook)}`,
    entity: entity("workflow", `${payload.text("repository.id") ?? ""}:${path}`, name, {
      url: repositoryUrl(hook, `actions/workflows/${name}`),
    }),
    metadata: { workflow: path, branch: ref === null ? null : shortRef(ref) },
  };
};
