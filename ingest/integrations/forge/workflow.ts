import type { Describe, Draft } from "./draft";
import { hasFailedOnDefault, isFailure, runDetails, runDraft, secondsBetween } from "./run";

const JOB_TIME = new Map([
  ["queued", "created_at"],
  ["in_progress", "started_at"],
  ["completed", "completed_at"],
]);

/** `workflow_run`: the service runs it, whoever's push started it. A second attempt keeps the run's id and first `created_at`. */
export const describeWorkflowRun: Describe = (hook): Draft => {
  const run = hook.payload.at("workflow_run");
  const name = run.text("name") ?? hook.payload.text("workflow.name") ?? run.text("display_title") ?? "run";
  const isDone = hook.action === "completed";
  const started = run.at(run.text("run_started_at") === null ? "started_at" : "run_started_at");
  const ended = run.at(run.text("completed_at") === null ? "updated_at" : "completed_at");
  return runDraft(
    hook,
    run,
    { kind: "workflow", name },
    {
      metadata: {
        ...runDetails(hook, run),
        title: run.text("display_title"),
        trigger: run.text("event"),
        runNumber: run.count("run_number"),
        attempt: run.count("run_attempt"),
        durationSeconds: isDone ? secondsBetween(started, ended) : null,
      },
      happenedAt: hook.action === "requested" ? started.value : ended.value,
      isImportant: hasFailedOnDefault(hook, run),
    },
  );
};

/** `workflow_job`: one job of a run. The run's own failure is the one that counts as important. */
export const describeWorkflowJob: Describe = (hook): Draft => {
  const job = hook.payload.at("workflow_job");
  const workflow = job.text("workflow_name");
  const name = job.text("name") ?? "job";
  const time = JOB_TIME.get(hook.action ?? "");
  const failedSteps = job.list("steps", 200).filter((step) => isFailure(step.text("conclusion")));
  const isDone = hook.action === "completed";
  return runDraft(
    hook,
    job,
    { kind: "job", name, of: workflow === null ? "" : ` of ${workflow}` },
    {
      metadata: {
        ...runDetails(hook, job),
        workflow,
        runner: job.text("runner_name"),
        attempt: job.count("run_attempt"),
        durationSeconds: isDone ? secondsBetween(job.at("started_at"), job.at("completed_at")) : null,
        failedSteps: failedSteps.slice(0, 20).map((step) => step.text("name")),
      },
      happenedAt: time === undefined ? undefined : job.at(time).value,
    },
  );
};
