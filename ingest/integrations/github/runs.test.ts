import { describe, expect, it } from "vitest";
import { eventOf } from "./testing/deliver";

const home = "https://github.com/acme/web";
const repository = { id: 5, full_name: "acme/web", html_url: home, default_branch: "main" };
const run = {
  id: 88,
  name: "CI",
  head_branch: "main",
  head_sha: "a".repeat(40),
  event: "push",
  conclusion: "failure",
  run_started_at: "2026-11-23T09:00:00Z",
  updated_at: "2026-11-23T09:02:05Z",
};
const app = (slug: string) => ({ id: 1, slug, name: slug });

describe("a failed run", () => {
  const isImportant = (event: string, payload: Record<string, unknown>) =>
    eventOf(event, { action: "completed", repository, ...payload }).isImportant;

  it("is important on the default branch", () => {
    expect(isImportant("workflow_run", { workflow_run: run })).toBe(true);
    expect(isImportant("workflow_run", { workflow_run: { ...run, head_branch: "fix/a" } })).toBe(false);
    expect(isImportant("workflow_run", { workflow_run: { ...run, conclusion: "cancelled" } })).toBe(false);
    // A fork's branch of the same name.
    expect(isImportant("workflow_run", { workflow_run: { ...run, event: "pull_request" } })).toBe(false);
    expect(isImportant("status", { sha: "a", state: "error", branches: [{ name: "main" }] })).toBe(true);
  });

  it("is important once, not again for each of its jobs and checks", () => {
    expect(isImportant("workflow_job", { workflow_job: run })).toBe(false);
    for (const event of ["check_run", "check_suite"]) {
      expect(isImportant(event, { [event]: { ...run, app: app("github-actions") } })).toBe(false);
      expect(isImportant(event, { [event]: { ...run, app: app("circleci") } })).toBe(true);
    }
  });
});

it("says which attempt it was and how long it took", () => {
  const made = eventOf("workflow_run", { action: "completed", repository, workflow_run: { ...run, run_attempt: 2 } });
  expect(made.message).toBe("GitHub workflow CI failed on main (attempt 2) in acme/web");
  expect(made.metadata).toMatchObject({ conclusion: "failure", attempt: 2, durationSeconds: 125, trigger: "push" });
});

it("keeps what changed from and to, and links to the thing's own page", () => {
  const made = (event: string, payload: Record<string, unknown>) => eventOf(event, { repository, ...payload });
  const label = { id: 1, name: "a/b", color: "00ff00" };
  const edited = made("label", { action: "edited", label, changes: { color: { from: "ff0000" } } });
  expect(edited.metadata).toMatchObject({ changes: { color: { from: "ff0000", to: "00ff00" } } });
  expect(edited.entity.url).toBe(`${home}/labels/a/b`);
  const rule = { id: 7, name: "main" };
  expect(made("branch_protection_rule", { action: "created", rule }).entity.url).toBe(
    `${home}/settings/branch_protection_rules/7`,
  );
  const repo = made("repository", { action: "edited", changes: { topics: { from: ["a"] } } });
  expect(repo.metadata).toMatchObject({ changes: { topics: { from: ["a"] } } });
  const pull = made("merge_group", { merge_group: { head_ref: "refs/heads/gh-readonly-queue/main/pr-104-9" } });
  expect(pull.entity).toMatchObject({ type: "pull_request", id: "5#104", url: `${home}/pull/104` });
});
