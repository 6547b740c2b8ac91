import { entity, stableId } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Draft } from "./draft";
import type { Hook } from "./hook";
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
    blocked: "is blocked",
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
const FAILED = new Set(["failure", "timed_out", "startup_failure"]);
/** What starts a run for a pull request: its branch may be called as the default one of another repository. */
const PROPOSED = /^pull_request/;

/** True for a conclusion that somebody has to look at. */
export function isFailure(conclusion: string | null): boolean {
  return FAILED.has(conclusion ?? "");
}

/** True when a run is of the default branch, or when that cannot be told: what is broken there stops everybody. */
export function isOnDefaultBranch(hook: Hook, branch: string | null, trigger: string | null = null): boolean {
  const main = hook.payload.text("repository.default_branch", "repository.master_branch");
  return (main === null || branch === null || shortRef(branch) === main) && !PROPOSED.test(trigger ?? "");
}

/** The outcome when it is completed, else what the action says. A conclusion of an earlier run does not count for a new one. */
function outcome(hook: Hook, run: Fields): string {
  const conclusion = run.text("conclusion") ?? "";
  if (hook.action !== "completed")
    return ACTION.get(hook.action ?? "") ?? STATUS.get(run.text("status") ?? "") ?? "was updated";
  return CONCLUDED.get(conclusion) ?? "finished";
}

const branchOf = (run: Fields) => run.text("head_branch", "check_suite.head_branch");

/** What is worth keeping of a run, job or check. */
export function runDetails(hook: Hook, run: Fields): Record<string, unknown> {
  const pulls = run.list("pull_requests", 10).map((pull) => pull.count("number"));
  return {
    status: run.text("status"),
    conclusion: run.text("conclusion"),
    branch: branchOf(run),
    sha: run.text("head_sha"),
    commit: run.body("head_commit.message", 300)?.split("\n")[0]?.trim(),
    pullRequests: pulls,
    triggeredBy: hook.payload.text("sender.login"),
  };
}

/** Whole seconds between two ISO times; null when either is missing or they are in the wrong order. */
export function secondsBetween(from: Fields, to: Fields): number | null {
  const [start, end] = [from, to].map(({ value }) => (typeof value === "string" ? Date.parse(value) : Number.NaN));
  const seconds = Math.round(((end ?? Number.NaN) - (start ?? Number.NaN)) / 1_000);
  return seconds >= 0 && seconds < 1e9 ? seconds : null;
}

/** " on main" or " on a41c9f2". */
function on(run: Fields): string {
  const branch = branchOf(run);
  if (branch !== null) return ` on ${shortRef(branch)}`;
  const sha = run.text("head_sha");
  return sha === null ? "" : ` on ${shortSha(sha)}`;
}

/** A workflow run, a job or a check: what it is called, how it went, and where. */
export function runDraft(
  hook: Hook,
  run: Fields,
  { kind, name, of = "" }: { kind: string; name: string; of?: string },
  more: Partial<Draft>,
): Draft {
  const sha = run.text("head_sha");
  const attempt = run.count("run_attempt") ?? 1;
  return {
    actor: hook.forge.itself,
    predicate: `${kind} ${name}${of} ${outcome(hook, run)}${on(run)}${attempt > 1 ? ` (attempt ${attempt})` : ""}${where(hook)}`,
    entity: entity(hook.event, stableId(run.text("id", "node_id") ?? name), name, {
      reference: sha === null ? repositoryName(hook) : shortSha(sha),
      url: run.url("html_url", "details_url") ?? nearestUrl(hook),
    }),
    ...more,
  };
}

/** True when a run, job or check has just failed on the default branch. */
export function hasFailedOnDefault(hook: Hook, run: Fields): boolean {
  const hasFailed = hook.action === "completed" && isFailure(run.text("conclusion"));
  return hasFailed && isOnDefaultBranch(hook, branchOf(run), run.text("event"));
}
