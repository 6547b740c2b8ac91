import { describe, it } from "vitest";
import { expectSentence, home, priya, type Sentence } from "./testing/sentences";

const pull_request = { number: 42, title: "Fix login", html_url: `${home}/pull/42`, base: { ref: "main" } };
const alert = {
  number: 2,
  html_url: `${home}/security/dependabot/2`,
  security_advisory: { summary: "ReDoS in semver", severity: "critical", ghsa_id: "GHSA-1" },
};
const secret = {
  number: 3,
  secret_type_display_name: "AWS Access Key",
  html_url: `${home}/security/secret-scanning/3`,
};
const queue = { head_ref: "refs/heads/gh-readonly-queue/main/pr-104-929f820", base_ref: "refs/heads/main" };
const packaged = { id: 1, name: "web", package_type: "CONTAINER", html_url: `${home}/pkgs/container/web` };

const SENTENCES: Sentence[] = [
  [
    "issues.typed",
    { issue: { number: 9, title: "Logo" }, type: { name: "Bug" } },
    "marta set the type of issue Logo (#9) to Bug in acme/web",
  ],
  [
    "pull_request.edited",
    { pull_request, changes: { title: { from: "Fix logn" } } },
    "marta changed the title of pull request Fix login (#42) from Fix logn in acme/web",
  ],
  [
    "pull_request.edited",
    { pull_request, changes: { base: { ref: { from: "next" } } } },
    "marta changed the base branch of pull request Fix login (#42) from next to main in acme/web",
  ],
  [
    "pull_request.dequeued",
    { pull_request, reason: "CI_FAILURE" },
    "marta removed pull request Fix login (#42) from the merge queue (ci failure) in acme/web",
  ],
  [
    "merge_group.checks_requested",
    { merge_group: queue },
    "GitHub asked for checks of pull request #104 in the merge queue of main in acme/web",
  ],
  [
    "merge_group.destroyed",
    { merge_group: queue, reason: "merged" },
    "GitHub merged pull request #104 from the merge queue into main in acme/web",
  ],
  [
    "merge_group.destroyed",
    { merge_group: { base_ref: "refs/heads/main" }, reason: "invalidated" },
    "GitHub gave up a merge group in the merge queue of main in acme/web",
  ],
  [
    "discussion.answered",
    { discussion: { number: 4, title: "How?" }, answer: { user: priya, html_url: `${home}/discussions/4#c1` } },
    "marta marked priya's comment as the answer to discussion How? (#4) in acme/web",
  ],
  [
    "deployment_review.requested",
    {
      environment: "production",
      workflow_run: { head_branch: "main", name: "Deploy" },
      reviewers: [
        { type: "User", reviewer: priya },
        { type: "Team", reviewer: { name: "ops" } },
      ],
    },
    "marta asked priya and team ops for approval to deploy main to production in acme/web",
  ],
  [
    "deployment_review.approved",
    { approver: priya, workflow_job_run: { environment: "production" }, workflow_run: { head_branch: "main" } },
    "priya approved deploying main to production in acme/web",
  ],
  [
    "deployment_protection_rule.requested",
    { environment: "production", deployment: { id: 1, ref: "main" } },
    "marta asked a protection rule about the deployment of main to production in acme/web",
  ],
  [
    "dependabot_alert.created",
    { alert },
    "! GitHub opened critical-severity Dependabot alert ReDoS in semver (#2) in acme/web",
  ],
  [
    "dependabot_alert.created",
    { alert: { ...alert, security_advisory: { summary: "Typo", severity: "low" } } },
    "GitHub opened low-severity Dependabot alert Typo (#2) in acme/web",
  ],
  [
    "dependabot_alert.dismissed",
    { alert: { ...alert, dismissed_reason: "tolerable_risk" } },
    "marta dismissed Dependabot alert ReDoS in semver (#2) as tolerable risk in acme/web",
  ],
  [
    "secret_scanning_alert.resolved",
    { alert: { ...secret, resolution: "revoked" } },
    "marta resolved secret scanning alert AWS Access Key (#3) as revoked in acme/web",
  ],
  [
    "secret_scanning_alert.publicly_leaked",
    { alert: secret },
    "! GitHub found the secret of secret scanning alert AWS Access Key (#3) in public in acme/web",
  ],
  [
    "secret_scanning_alert_location.created",
    { alert: secret, location: { type: "commit", details: { path: "src/keys.ts", start_line: 3 } } },
    "GitHub found the secret of secret scanning alert AWS Access Key (#3) in src/keys.ts in acme/web",
  ],
  [
    "secret_scanning_alert_location.created",
    { alert: secret, location: { type: "issue_comment", details: {} } },
    "GitHub found the secret of secret scanning alert AWS Access Key (#3) in an issue comment in acme/web",
  ],
  [
    "repository_advisory.reported",
    {
      repository_advisory: {
        ghsa_id: "GHSA-1",
        summary: "Login can be skipped",
        html_url: `${home}/security/advisories/GHSA-1`,
      },
    },
    "! marta reported repository advisory Login can be skipped in acme/web",
  ],
  [
    "registry_package.published",
    {
      registry_package: {
        ...packaged,
        package_version: {
          version: "sha256:3da1996a8115d7616457760d9920b815",
          container_metadata: { tag: { name: "v2" } },
        },
      },
    },
    "marta published container package web v2 in acme/web",
  ],
  [
    "status",
    { sha: "a".repeat(40), state: "failure", context: "default", branches: [{ name: "fix/a" }] },
    "marta reported that the check failed for commit aaaaaaa in acme/web",
  ],
];

describe("sentences", () => {
  it.each(SENTENCES)("%s %#", expectSentence);
});
