import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { repositoryEntity } from "../forge/places";
import { describeWorkflowJob, describeWorkflowRun } from "../forge/workflow";
import { Fields } from "../payload/fields";

/** Forgejo's states of a run as GitHub's and Gitea's actions; what is not here has ended, with that for a conclusion. */
const GOING = new Map([
  ["running", "in_progress"],
  ["waiting", "queued"],
  ["blocked", "blocked"],
  ["unknown", "unknown"],
]);

function told(hook: Hook, run: Fields, state: string, event: string, thing: Record<string, unknown>): Hook {
  const action = GOING.get(state) ?? "completed";
  const value = (path: string) => run.at(path).value;
  const common = {
    head_branch: value("prettyref"),
    head_sha: value("commit_sha"),
    event: run.text("event") ?? value("trigger_event"),
    status: state,
    ...(action === "completed" ? { conclusion: state } : {}),
    html_url: value("html_url"),
  };
  const payload = { repository: value("repository"), sender: value("trigger_user"), [event]: { ...common, ...thing } };
  return { ...hook, event, action, payload: new Fields(payload) };
}

/** `action_run_*` and `workflow_run_*`: a run in Forgejo's own words, which GitHub's and Gitea's event tells the same. */
export const describeActionRun: Describe = (hook) => {
  const run = hook.payload.at("run");
  const value = (path: string) => run.at(path).value;
  const state = run.text("status") ?? hook.action ?? "";
  return describeWorkflowRun(
    told(hook, run, state, "workflow_run", {
      id: value("id"),
      name: value("workflow_id"),
      display_title: value("title"),
      run_number: value("index_in_repo"),
      started_at: value("started"),
      completed_at: value("stopped"),
    }),
  );
};

/** `workflow_job_*`: a job of such a run. */
export const describeActionJob: Describe = (hook) => {
  const { payload } = hook;
  const value = (path: string) => payload.at(path).value;
  return describeWorkflowJob(
    told(hook, payload.at("run"), payload.text("job.status") ?? "", "workflow_job", {
      id: value("job.id"),
      name: value("job.name"),
      workflow_name: value("run.workflow_id"),
      run_attempt: value("job.attempt"),
    }),
  );
};

/** `schedule`: the clock started workflows; which ones is not told. */
export const describeSchedule: Describe = (hook): Draft => {
  const repository = repositoryEntity(hook);
  return {
    actor: hook.forge.itself,
    predicate: `started the scheduled workflows of ${repository.name}`,
    entity: repository,
  };
};
