import { describe, expect, it } from "vitest";
import { expectTold } from "../testing/expect-told";
import { read } from "./testing/deliver";
import * as of from "./testing/payloads";

const { HOME, bug, comment, commit, container, docs, issue, jony, marta } = of;
const { pull_request, push, release, repository, run, workflow_job, workflow_run } = of;
const ZERO = "0".repeat(40);
const onPull = { ...issue, ...pull_request, pull_request: { merged: false, merged_at: null } };

const changed = (changes: Record<string, unknown>) => ({ issue, changes });

const SENTENCES: [type: string, payload: Record<string, unknown>, sentence: string][] = [
  ["create", { ref: "fix/login", ref_type: "branch" }, "marta created branch fix/login in acme/web"],
  ["create", { ref: "refs/tags/v1", ref_type: "tag" }, "marta created tag v1 in acme/web"],
  ["delete", { ref: "fix/login", ref_type: "branch" }, "marta deleted branch fix/login in acme/web"],
  ["delete", { ref: "main", ref_type: "branch" }, "! marta deleted branch main in acme/web"],
  [
    "fork",
    { forkee: repository, repository: { ...repository, id: 2, full_name: "marta/web", fork: true } },
    "marta forked acme/web to marta/web",
  ],
  ["push", push, "marta pushed 7 commits to main in acme/web"],
  ["push", { ...push, before: ZERO }, "marta pushed 7 commits to new branch main in acme/web"],
  [
    "push",
    { ...push, ref: "refs/heads/fix/a", after: ZERO, commits: [], total_commits: 0 },
    "marta deleted branch fix/a in acme/web",
  ],
  ["push", { ...push, ref: "refs/tags/v1", before: ZERO }, "marta pushed tag v1 in acme/web"],
  ["push", { ...push, before: push.after }, "marta sent a test delivery of acme/web"],
  ["issues.opened", { issue }, "marta opened issue Logo is blurry (#9) in acme/web"],
  [
    "issues.edited",
    changed({ title: { from: "Lgoo" } }),
    "marta changed the title of issue Logo is blurry (#9) from Lgoo in acme/web",
  ],
  [
    "issues.edited",
    changed({ body: { from: "" } }),
    "marta edited the description of issue Logo is blurry (#9) in acme/web",
  ],
  ["issues.closed", { issue }, "marta closed issue Logo is blurry (#9) in acme/web"],
  [
    "issues.closed",
    { issue, commit_id: commit.id },
    "marta closed issue Logo is blurry (#9) with commit 67b5658 in acme/web",
  ],
  ["issues.reopened", { issue }, "marta reopened issue Logo is blurry (#9) in acme/web"],
  ["issues.deleted", { issue }, "marta deleted issue Logo is blurry (#9) in acme/web"],
  [
    "issues.assigned",
    { issue: { ...issue, assignees: [jony] } },
    "marta assigned Jony Ive to issue Logo is blurry (#9) in acme/web",
  ],
  [
    "issues.assigned",
    { issue: { ...issue, assignees: [marta] } },
    "marta assigned themselves to issue Logo is blurry (#9) in acme/web",
  ],
  [
    "issues.assigned",
    { issue: { ...issue, assignees: [marta, jony] } },
    "marta changed the assignees of issue Logo is blurry (#9) to marta and Jony Ive in acme/web",
  ],
  ["issues.unassigned", { issue }, "marta unassigned issue Logo is blurry (#9) in acme/web"],
  [
    "issues.label_updated",
    changed({ added_labels: [bug, docs], removed_labels: null }),
    "marta added the labels bug and Kind/Documentation to issue Logo is blurry (#9) in acme/web",
  ],
  [
    "issues.label_updated",
    changed({ added_labels: [bug], removed_labels: [docs] }),
    "marta added the label bug to and removed the label Kind/Documentation from issue Logo is blurry (#9) in acme/web",
  ],
  [
    "issues.label_updated",
    { issue, label: docs },
    "marta removed the label Kind/Documentation from issue Logo is blurry (#9) in acme/web",
  ],
  ["issues.label_updated", { issue }, "marta changed the labels of issue Logo is blurry (#9) to bug in acme/web"],
  ["issues.label_cleared", { issue }, "marta removed all labels from issue Logo is blurry (#9) in acme/web"],
  ["issues.milestoned", { issue }, "marta added issue Logo is blurry (#9) to milestone v2 in acme/web"],
  [
    "issues.demilestoned",
    { issue: { ...issue, milestone: null } },
    "marta removed issue Logo is blurry (#9) from its milestone in acme/web",
  ],
  ["issue_comment.created", { issue, comment }, "marta commented on issue Logo is blurry (#9) in acme/web"],
  [
    "issue_comment.edited",
    { issue, comment: { ...comment, user: jony }, changes: { body: { from: "a" } } },
    "marta edited Jony Ive's comment on issue Logo is blurry (#9) in acme/web",
  ],
  [
    "issue_comment.deleted",
    { issue: onPull, comment, is_pull: true },
    "marta deleted their comment on pull request Fix login (#7) in acme/web",
  ],
  ["pull_request.opened", { pull_request }, "marta opened pull request Fix login (#7) in acme/web"],
  [
    "pull_request.opened",
    { pull_request: { ...pull_request, draft: true } },
    "marta opened draft pull request Fix login (#7) in acme/web",
  ],
  [
    "pull_request.edited",
    { pull_request, changes: { ref: { from: "next" } } },
    "marta changed the base branch of pull request Fix login (#7) from next to main in acme/web",
  ],
  [
    "pull_request.closed",
    { pull_request: { ...pull_request, merged: true } },
    "marta merged pull request Fix login (#7) into main in acme/web",
  ],
  ["pull_request.closed", { pull_request }, "marta closed pull request Fix login (#7) in acme/web without merging"],
  ["pull_request.reopened", { pull_request }, "marta reopened pull request Fix login (#7) in acme/web"],
  [
    "pull_request.synchronized",
    { pull_request },
    "marta pushed new commits to pull request Fix login (#7) in acme/web",
  ],
  [
    "pull_request.review_requested",
    { pull_request, requested_reviewer: jony },
    "marta asked Jony Ive to review pull request Fix login (#7) in acme/web",
  ],
  [
    "pull_request.review_request_removed",
    { pull_request, requested_reviewer: jony },
    "marta withdrew the request for Jony Ive to review pull request Fix login (#7) in acme/web",
  ],
  [
    "pull_request.label_updated",
    { pull_request, label: docs },
    "marta added the label Kind/Documentation to pull request Fix login (#7) in acme/web",
  ],
  ["pull_request.milestoned", { pull_request }, "marta added pull request Fix login (#7) to milestone v2 in acme/web"],
  [
    "pull_request_approved.reviewed",
    { pull_request, review: { type: "pull_request_review_approved", content: "Ship it" } },
    "marta approved pull request Fix login (#7) in acme/web",
  ],
  [
    "pull_request_rejected.reviewed",
    { pull_request, review: { type: "pull_request_review_rejected", content: "No" } },
    "marta requested changes on pull request Fix login (#7) in acme/web",
  ],
  [
    "pull_request_comment.reviewed",
    { pull_request, review: { type: "pull_request_review_comment", content: "Hm" } },
    "marta reviewed pull request Fix login (#7) in acme/web",
  ],
  [
    "mention.mentioned",
    { issue, comment, mentioned: jony },
    "marta mentioned Jony Ive on issue Logo is blurry (#9) in acme/web",
  ],
  ["wiki.created", { page: "Home", comment: "First words" }, "marta created wiki page Home in acme/web"],
  ["wiki.edited", { page: "Home" }, "marta edited wiki page Home in acme/web"],
  ["wiki.deleted", { page: "Home" }, "marta deleted wiki page Home in acme/web"],
  ["repository.created", { organization: repository.owner }, "marta created repository acme/web"],
  ["repository.deleted", { organization: repository.owner }, "! marta deleted repository acme/web"],
  ["release.published", { release }, "marta published release Autumn in acme/web"],
  ["release.updated", { release }, "marta updated release Autumn in acme/web"],
  ["release.deleted", { release }, "marta deleted release Autumn in acme/web"],
  ["package.created", { package: container, repository: null }, "marta published container package web 2.0.0 in acme"],
  ["package.deleted", { package: container, repository: null }, "marta deleted container package web 2.0.0 in acme"],
  [
    "status",
    { sha: commit.id, state: "failure", context: "ci/woodpecker", target_url: `${HOME}/ci/1`, commit },
    "! marta reported that check ci/woodpecker failed for commit 67b5658 in acme/web",
  ],
  [
    "workflow_run.completed",
    { workflow_run, workflow: { name: "Tests" } },
    "! Forgejo workflow Tests failed on main (attempt 2) in acme/web",
  ],
  [
    "workflow_run.requested",
    { workflow_run: { ...workflow_run, conclusion: "" }, workflow: { name: "Tests" } },
    "Forgejo workflow Tests was queued on main (attempt 2) in acme/web",
  ],
  ["workflow_job.completed", { workflow_job }, "Forgejo job unit failed on main in acme/web"],
  [
    "action_run_failure.failure",
    { run, repository: undefined },
    "! Forgejo workflow test.yml failed on main in acme/web",
  ],
  [
    "action_run_success.success",
    { run: { ...run, status: "success" }, repository: undefined },
    "Forgejo workflow test.yml succeeded on main in acme/web",
  ],
  [
    "workflow_run_running.run_status_changed",
    { run: { ...run, status: "running", prettyref: "fix/login" }, repository: undefined },
    "Forgejo workflow test.yml started on fix/login in acme/web",
  ],
  [
    "workflow_job_waiting.new_job_attempt",
    { run, job: { id: 99, attempt: 1, name: "unit", status: "waiting" }, repository: undefined },
    "Forgejo job unit of test.yml was queued on main in acme/web",
  ],
  [
    "workflow_job_failure.job_completed",
    { run, job: { id: 99, attempt: 2, name: "unit", status: "failure" }, repository: undefined },
    "Forgejo job unit of test.yml failed on main (attempt 2) in acme/web",
  ],
  ["schedule.schedule", {}, "Forgejo started the scheduled workflows of acme/web"],
  ["brand_new.happened", { brand_new: { name: "It" } }, "marta happened brand new It in acme/web"],
  ["brand_new.thing_added", {}, "marta added thing for a brand new in acme/web"],
];

describe("a delivery of Forgejo", () => {
  it.each(SENTENCES)("of %s %#", (type, payload, sentence) => {
    const told = read(type, payload);
    expect(`${told.isImportant ? "! " : ""}${told.message}`).toBe(sentence);
    expectTold(told);
    expect(JSON.stringify(told.metadata)).not.toMatch(/event_payload|0001-01-01|1970-01-01/);
  });
});
