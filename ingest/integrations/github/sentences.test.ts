import { describe, expect, it } from "vitest";
import { eventOf } from "./testing/deliver";

const marta = { login: "marta", id: 7, type: "User" };
const home = "https://github.com/acme/web";
const repository = { id: 5, name: "web", full_name: "acme/web", html_url: home, default_branch: "main" };
const pull_request = {
  number: 42,
  title: "Fix login",
  html_url: `${home}/pull/42`,
  base: { ref: "main" },
  user: marta,
};
const issue = { number: 9, title: "Logo is blurry", html_url: `${home}/issues/9` };
const comment = { body: "Nice", html_url: `${home}/issues/9#issuecomment-1`, user: marta, path: "src/app/page.tsx" };
const review = { state: "approved", user: { login: "priya" }, html_url: `${home}/pull/42#pullrequestreview-1` };
const workflow_run = {
  id: 88,
  name: "CI / e2e",
  head_branch: "main",
  head_sha: "a41c9f2".padEnd(40, "0"),
  conclusion: "failure",
};
const release = { id: 3, name: "Autumn", tag_name: "v2.0.0", html_url: `${home}/releases/tag/v2.0.0` };
const deployment = { id: 4, ref: "main", sha: "b".repeat(40), environment: "production" };
const commits = (count: number) =>
  Array.from({ length: count }, () => ({ id: "c".repeat(40), message: "Work\n\nmore" }));
const branch = { ref: "refs/heads/main", compare: `${home}/compare/a...b` };

const SENTENCES: [event: string, payload: Record<string, unknown>, sentence: string][] = [
  ["push", { ...branch, commits: commits(7) }, "marta pushed 7 commits to main in acme/web"],
  ["push", { ...branch, commits: commits(1) }, "marta pushed 1 commit to main in acme/web"],
  ["push", { ...branch, commits: commits(2), forced: true }, "! marta force-pushed 2 commits to main in acme/web"],
  ["push", { ...branch, commits: [], forced: true }, "! marta force-pushed main in acme/web"],
  [
    "push",
    { ref: "refs/heads/fix/a", forced: true, commits: commits(1) },
    "marta force-pushed 1 commit to fix/a in acme/web",
  ],
  ["push", { ref: "refs/heads/fix/a", created: true }, "marta created branch fix/a in acme/web"],
  [
    "push",
    { ref: "refs/heads/fix/a", created: true, commits: commits(3) },
    "marta pushed 3 commits to new branch fix/a in acme/web",
  ],
  ["push", { ref: "refs/heads/fix/a", deleted: true }, "marta deleted branch fix/a in acme/web"],
  ["push", { ref: "refs/tags/v1", created: true }, "marta pushed tag v1 in acme/web"],
  ["push", { ref: "refs/tags/v1", deleted: true }, "marta deleted tag v1 in acme/web"],
  ["pull_request.opened", { pull_request }, "marta opened pull request Fix login (#42) in acme/web"],
  [
    "pull_request.closed",
    { pull_request: { ...pull_request, merged: true } },
    "marta merged pull request Fix login (#42) into main in acme/web",
  ],
  ["pull_request.closed", { pull_request }, "marta closed pull request Fix login (#42) in acme/web without merging"],
  [
    "pull_request.synchronize",
    { pull_request },
    "marta pushed new commits to pull request Fix login (#42) in acme/web",
  ],
  [
    "pull_request.review_requested",
    { pull_request, requested_reviewer: { login: "priya" } },
    "marta asked priya to review pull request Fix login (#42) in acme/web",
  ],
  [
    "pull_request.review_requested",
    { pull_request, requested_team: { name: "Design" } },
    "marta asked team Design to review pull request Fix login (#42) in acme/web",
  ],
  ["issues.opened", { issue }, "marta opened issue Logo is blurry (#9) in acme/web"],
  [
    "issues.closed",
    { issue: { ...issue, state_reason: "not_planned" } },
    "marta closed issue Logo is blurry (#9) as not planned in acme/web",
  ],
  [
    "issues.assigned",
    { issue, assignee: { login: "priya" } },
    "marta assigned priya to issue Logo is blurry (#9) in acme/web",
  ],
  [
    "issues.labeled",
    { issue, label: { name: "bug" } },
    "marta added the label bug to issue Logo is blurry (#9) in acme/web",
  ],
  ["issue_comment.created", { issue, comment }, "marta commented on issue Logo is blurry (#9) in acme/web"],
  [
    "issue_comment.created",
    { issue: { ...pull_request, pull_request: {} }, comment },
    "marta commented on pull request Fix login (#42) in acme/web",
  ],
  [
    "issue_comment.deleted",
    { issue, comment: { ...comment, user: { login: "priya" } } },
    "marta deleted priya's comment on issue Logo is blurry (#9) in acme/web",
  ],
  [
    "pull_request_review.submitted",
    { pull_request, review },
    "marta approved pull request Fix login (#42) in acme/web",
  ],
  [
    "pull_request_review.submitted",
    { pull_request, review: { ...review, state: "changes_requested" } },
    "marta requested changes on pull request Fix login (#42) in acme/web",
  ],
  [
    "pull_request_review.submitted",
    { pull_request, review: { ...review, state: "commented" } },
    "marta reviewed pull request Fix login (#42) in acme/web",
  ],
  [
    "pull_request_review.dismissed",
    { pull_request, review },
    "marta dismissed priya's review of pull request Fix login (#42) in acme/web",
  ],
  [
    "pull_request_review_comment.created",
    { pull_request, comment },
    "marta commented on page.tsx in pull request Fix login (#42) in acme/web",
  ],
  ["workflow_run.in_progress", { workflow_run }, "GitHub workflow CI / e2e started on main in acme/web"],
  ["workflow_run.completed", { workflow_run }, "! GitHub workflow CI / e2e failed on main in acme/web"],
  [
    "workflow_run.completed",
    { workflow_run: { ...workflow_run, conclusion: "success" } },
    "GitHub workflow CI / e2e succeeded on main in acme/web",
  ],
  [
    "workflow_run.completed",
    { workflow_run: { ...workflow_run, conclusion: "cancelled" } },
    "GitHub workflow CI / e2e was cancelled on main in acme/web",
  ],
  ["release.published", { release }, "marta published release Autumn in acme/web"],
  [
    "deployment_status.created",
    { deployment, deployment_status: { state: "success" } },
    "marta deployed main to production in acme/web",
  ],
  [
    "deployment_status.created",
    { deployment, deployment_status: { state: "failure" } },
    "! marta failed to deploy main to production in acme/web",
  ],
  ["create", { ref: "v1", ref_type: "tag" }, "marta created tag v1 in acme/web"],
  ["delete", { ref: "fix/a", ref_type: "branch" }, "marta deleted branch fix/a in acme/web"],
  ["star.created", {}, "marta starred acme/web"],
  ["fork", { forkee: { full_name: "marta/web" } }, "marta forked acme/web to marta/web"],
  ["member.added", { member: { login: "priya" } }, "marta added priya to acme/web"],
  ["member.added", { member: marta }, "marta joined acme/web"],
  ["ping", { zen: "Keep it logically awesome." }, "marta connected acme/web to this feed"],
  [
    "secret_scanning_alert.created",
    { alert: { number: 2, secret_type_display_name: "AWS Access Key" } },
    "! GitHub opened secret scanning alert AWS Access Key (#2) in acme/web",
  ],
  [
    "repository_ruleset.created",
    { repository_ruleset: { id: 1, name: "Protect main" } },
    "marta created repository ruleset Protect main in acme/web",
  ],
  [
    "issue_dependencies.blocked_by_added",
    { blocked_issue: issue, blocking_issue: { number: 1, title: "Rebrand" } },
    "marta marked issue Logo is blurry (#9) as blocked by issue Rebrand (#1) in acme/web",
  ],
  ["custom_property_values.updated", {}, "marta updated the custom properties of acme/web"],
  ["security_and_analysis", {}, "marta updated security and analysis of acme/web"],
  ["secret_scanning_scan.completed", {}, "marta completed a secret scanning scan in acme/web"],
  [
    "sub_issues.sub_issue_added",
    { sub_issue: issue, parent_issue: { number: 1, title: "Rebrand" } },
    "marta made issue Logo is blurry (#9) a part of issue Rebrand (#1) in acme/web",
  ],
];

describe("sentences", () => {
  it.each(SENTENCES)("%s %#", (type, payload, sentence) => {
    const [event = "", action] = type.split(".");
    const made = eventOf(event, { action, repository, sender: marta, ...payload });
    expect(`${made.isImportant ? "! " : ""}${made.message}`).toBe(sentence);
    expect(made.eventType).toBe(`github.${type}`);
  });

  it("link to what happened", () => {
    const made = (type: string, payload: Record<string, unknown>) =>
      eventOf(type, { repository, sender: marta, ...payload }).entity.url;
    expect(made("push", { ...branch, commits: commits(1) })).toBe(branch.compare);
    expect(made("push", { ref: "refs/heads/fix/#1", created: true })).toBe(`${home}/tree/fix/%231`);
    expect(made("create", { ref: "v1", ref_type: "tag" })).toBe(`${home}/releases/tag/v1`);
    expect(made("delete", { ref: "v1", ref_type: "tag" })).toBe(home);
    expect(made("issue_comment", { action: "created", issue, comment })).toBe(comment.html_url);
    expect(made("issue_comment", { action: "deleted", issue, comment })).toBe(issue.html_url);
    expect(made("star", { action: "created" })).toBe(home);
    expect(made("issues", { issue: { ...issue, html_url: "javascript:alert(1)" } })).toBe(home);
  });

  it("keep what is worth searching: repository, branch, commits, the words of a comment", () => {
    const push = eventOf("push", { repository, ...branch, commits: commits(30) }).metadata;
    expect(push).toMatchObject({ repository: "acme/web", branch: "main", commitCount: 30 });
    expect(push).toHaveProperty("commits.length", 20);
    expect(push).toHaveProperty("commits.0.message", "Work");
    expect(eventOf("issue_comment", { action: "created", issue, comment }).metadata).toMatchObject({ body: "Nice" });
  });
});
