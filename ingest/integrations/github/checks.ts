import type { Describe, Draft } from "../forge/draft";
import { nearestUrl, repositoryUrl, where } from "../forge/places";
import { hasFailedOnDefault, runDetails, runDraft, secondsBetween } from "../forge/run";
import { shortRef, shortSha } from "../forge/things";
import { entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { app } from "./people";

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
/** Its failed workflows are told as such; their checks would say the same again. */
const isOfActions = (check: Fields) => check.text("app.slug") === "github-actions";

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
    metadata: runDetails(hook, suite),
    happenedAt: isDone ? suite.at("updated_at").value : undefined,
    isImportant: hasFailedOnDefault(hook, suite) && !isOfActions(suite),
  };
};

/** `check_run`: one check of an app. */
export const describeCheckRun: Describe = (hook): Draft => {
  const check = hook.payload.at("check_run");
  const isDone = hook.action === "completed";
  return runDraft(
    hook,
    check,
    { kind: "check", name: check.text("name") ?? "check" },
    {
      actor: app(check.at("app")),
      metadata: {
        ...runDetails(hook, check),
        title: check.text("output.title"),
        summary: check.body("output.summary", 2_048),
        requestedAction: hook.payload.text("requested_action.identifier"),
        durationSeconds: isDone ? secondsBetween(check.at("started_at"), check.at("completed_at")) : null,
      },
      happenedAt: isDone ? check.at("completed_at").value : undefined,
      isImportant: hasFailedOnDefault(hook, check) && !isOfActions(check),
    },
  );
};
