import { entity, stableId } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { app, GITHUB } from "./people";
import { nearestUrl, repositoryName, where } from "./places";
import { shortRef, shortSha } from "./things";

/** How each conclusion reads after the name of a workflow, job or check. */
const CONCLUDED = new Map(
  Object.entries({
    success: "succeeded",
    failure: "failed",
    cancelled: "was cancelled",
    timed_out: "timed out",
    startup_failure: "failed to start",
    action_required: "needs action",
    skipped: "was skipped",
    neutral: "finished",
    stale: "went stale",
  }),
);
const STATUS = new Map(
  Object.entries({
    queued: "was queued",
    requested: "was requested",
    in_progress: "started",
    waiting: "is waiting",
    pending: "is waiting",
  }),
);
const ACTION = new Map(
  Object.entries({
    requested: "was queued",
    created: "was queued",
    rerequested: "was asked to run again",
    requested_action: "was asked to act",
    queued: "was queued",
    waiting: "is waiting for approval",
    in_progress: "started",
  }),
);
const JOB_TIME = new Map([
  ["queued", "created_at"],
  ["in_progress", "started_at"],
  ["completed", "completed_at"],
]);
const FAILED = new Set(["failure", "timed_out", "startup_failure"]);

/** The outcome when it is completed, else what the action says. A conclusion of an earlier run does not count for a new one. */
function outcome(hook: Hook, run: Fields): string {
  const conclusion = run.text("conclusion") ?? "";
  if (hook.action !== "completed")
    return ACTION.get(hook.action ?? "") ?? STATUS.get(run.text("status") ?? "") ?? "was updated";
  return CONCLUDED.get(conclusion) ?? "finished";
}

function details(hook: Hook, run: Fields): Record<string, unknown> {
  return {
    status: run.text("status"),
    conclusion: run.text("conclusion"),
    branch: run.text("head_branch", "check_suite.head_branch"),
    sha: run.text("head_sha"),
    commit: run.body("head_commit.message", 300)?.split("\n")[0]?.trim(),
    pullRequests: run.list("pull_requests", 10).map((pull) => pull.count("number")),
    triggeredBy: hook.payload.text("sender.login"),
  };
}

/** " on main" or " on a41c9f2". */
function on(run: Fields): string {
  const branch = run.text("head_branch", "check_suite.head_branch");
  if (branch !== null) return ` on ${shortRef(branch)}`;
  const sha = run.text("head_sha");
  return sha === null ? "" : ` on ${shortSha(sha)}`;
}

function draft(hook: Hook, run: Fields, kind: string, name: string, more: Partial<Draft>, of = ""): Draft {
  const sha = run.text("head_sha");
  return {
    actor: GITHUB,
    predicate: `${kind} ${name}${of} ${outcome(hook, run)}${on(run)}${where(hook)}`,
    entity: entity(hook.event, stableId(run.text("id", "node_id") ?? name), name, {
      reference: sha === null ? repositoryName(hook) : shortSha(sha),
      url: run.url("html_url", "details_url") ?? nearestUrl(hook),
    }),
    isImportant: hook.action === "completed" && FAILED.has(run.text("conclusion") ?? ""),
    ...more,
  };
}

/** `workflow_run`: GitHub runs it, whoever's push started it. A second attempt keeps the run's id and first `created_at`. */
export const describeWorkflowRun: Describe = (hook): Draft => {
  const run = hook.payload.at("workflow_run");
  const name = run.text("name") ?? hook.payload.text("workflow.name") ?? run.text("display_title") ?? "run";
  const time = hook.action === "requested" ? "run_started_at" : "updated_at";
  return draft(hook, run, "workflow", name, {
    metadata: {
      ...details(hook, run),
      title: run.text("display_title"),
      trigger: run.text("event"),
      runNumber: run.count("run_number"),
      attempt: run.count("run_attempt"),
    },
    happenedAt: run.at(time).value,
  });
};

/** `workflow_job`: one job of a run. */
export const describeWorkflowJob: Describe = (hook): Draft => {
  const job = hook.payload.at("workflow_job");
  const workflow = job.text("workflow_name");
  const name = job.text("name") ?? "job";
  const time = JOB_TIME.get(hook.action ?? "");
  const failedSteps = job.list("steps", 200).filter((step) => FAILED.has(step.text("conclusion") ?? ""));
  return draft(
    hook,
    job,
    "job",
    name,
    {
      metadata: {
        ...details(hook, job),
        workflow,
        runner: job.text("runner_name"),
        failedSteps: failedSteps.slice(0, 20).map((step) => step.text("name")),
      },
      happenedAt: time === undefined ? undefined : job.at(time).value,
    },
    workflow === null ? "" : ` of ${workflow}`,
  );
};

/** `check_run`: one check of an app. */
export const describeCheckRun: Describe = (hook): Draft => {
  const check = hook.payload.at("check_run");
  return draft(hook, check, "check", check.text("name") ?? "check", {
    actor: app(check.at("app")),
    metadata: {
      ...details(hook, check),
      title: check.text("output.title"),
      summary: check.body("output.summary", 2_048),
    },
    happenedAt: hook.action === "completed" ? check.at("completed_at").value : undefined,
  });
};
