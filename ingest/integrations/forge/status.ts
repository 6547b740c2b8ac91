import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { where } from "./places";
import { isOnDefaultBranch } from "./run";
import { commitEntity, shortSha } from "./things";

const STATE = new Map(
  Object.entries({
    success: "passed",
    failure: "failed",
    error: "could not run",
    pending: "is pending",
    warning: "passed with a warning",
    skipped: "was skipped",
  }),
);

/** True when the commit is on the default branch, or when the sender does not say which branches it is on. */
function isOnDefault(hook: Hook): boolean {
  const branches = hook.payload.list("branches", 100);
  return branches.length === 0 || branches.some((branch) => isOnDefaultBranch(hook, branch.text("name")));
}

/** `status`: an older service's verdict on a commit. */
export const describeStatus: Describe = (hook): Draft => {
  const { payload } = hook;
  const sha = payload.text("sha", "commit.sha", "commit.id") ?? "unknown";
  const state = payload.text("state") ?? "";
  const check = payload.text("context") ?? "default";
  // The name that a service gets which gives none.
  const told = check === "default" ? "the check" : `check ${check}`;
  return {
    predicate: `reported that ${told} ${STATE.get(state) ?? "changed"} for commit ${shortSha(sha)}${where(hook)}`,
    entity: commitEntity(hook, sha, payload.url("target_url", "commit.html_url", "commit.url")),
    metadata: {
      state: payload.text("state"),
      check,
      description: payload.text("description"),
      sha,
      commit: (payload.body("commit.commit.message", 300) ?? payload.body("commit.message", 300))
        ?.split("\n")[0]
        ?.trim(),
      branches: payload.list("branches", 10).map((branch) => branch.text("name")),
    },
    happenedAt: payload.at("created_at").value,
    isImportant: (state === "failure" || state === "error") && isOnDefault(hook),
  };
};
