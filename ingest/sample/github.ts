import type { ActivityEvent } from "@/activity/event-schema";
import { BOTS, githubUser, type Handle } from "./people";
import type { Draft, World } from "./story";

const REPOSITORY_URL = "https://github.com/acme";

/** A pull request that later steps come back to. */
export interface PullRequest {
  number: number;
  title: string;
  repository: string;
  branch: string;
  author: ActivityEvent["actor"] & { name: string };
}

function repositoryEntity(repository: string) {
  return {
    type: "repository",
    id: `acme/${repository}`,
    name: `acme/${repository}`,
    url: `${REPOSITORY_URL}/${repository}`,
  };
}

function pullRequestEntity({ number, title, repository }: PullRequest) {
  return {
    type: "pull_request",
    id: `acme/${repository}#${number}`,
    name: title,
    reference: `#${number}`,
    url: `${REPOSITORY_URL}/${repository}/pull/${number}`,
  };
}

/** Somebody pushed commits, given by their first lines. */
export function pushed(
  world: World,
  who: Handle,
  repository: string,
  branch: string,
  commits: readonly string[],
): Draft {
  const actor = githubUser(who);
  const count = commits.length === 1 ? "1 commit" : `${commits.length} commits`;
  return {
    eventType: "github.push",
    actor,
    entity: repositoryEntity(repository),
    message: `${actor.name} pushed ${count} to ${branch} in acme/${repository}`,
    metadata: {
      repository: `acme/${repository}`,
      branch,
      commits: commits.map((message) => ({ id: world.random.hex(40), message, author: actor.name })),
      additions: world.random.int(4, 380),
      deletions: world.random.int(0, 140),
    },
    source: "github",
  };
}

/** Opens a pull request with the next free number. */
export function openPullRequest(
  world: World,
  author: PullRequest["author"],
  repository: string,
  branch: string,
  title: string,
): { pullRequest: PullRequest; draft: Draft } {
  const pullRequest = { number: world.take("pullRequest"), title, repository, branch, author };
  return { pullRequest, draft: pullRequestDraft(pullRequest, author, "opened", "opened pull request") };
}

function pullRequestDraft(
  pullRequest: PullRequest,
  actor: PullRequest["author"],
  action: string,
  verb: string,
  more: { [key: string]: boolean | number } = {},
): Draft {
  const { number, title, repository, branch } = pullRequest;
  return {
    eventType: `github.pull_request.${action}`,
    actor,
    entity: pullRequestEntity(pullRequest),
    message: `${actor.name} ${verb} #${number} ${title} in acme/${repository}`,
    metadata: { repository: `acme/${repository}`, number, branch, base: "main", ...more },
    source: "github",
  };
}

/** A pull request was merged. */
export function merged(world: World, pullRequest: PullRequest, who: Handle): Draft {
  const actor = githubUser(who);
  const more = { merged: true, commits: world.random.int(1, 6), changedFiles: world.random.int(1, 19) };
  return pullRequestDraft(pullRequest, actor, "closed", "merged pull request", more);
}

/** A person or the review agent gave a verdict; `body` is what they wrote, if anything. */
export function reviewed(
  pullRequest: PullRequest,
  who: Handle | "reviewer",
  verdict: "approved" | "changes_requested" | "commented",
  body?: string,
): Draft {
  const actor = who === "reviewer" ? BOTS.reviewer : githubUser(who);
  const { number, title, repository } = pullRequest;
  const verb = { approved: "approved", changes_requested: "requested changes on", commented: "reviewed" }[verdict];
  return {
    eventType: "github.pull_request_review.submitted",
    actor,
    entity: pullRequestEntity(pullRequest),
    message: `${actor.name} ${verb} pull request #${number} ${title} in acme/${repository}`,
    metadata: { repository: `acme/${repository}`, number, state: verdict, ...(body === undefined ? {} : { body }) },
    source: "github",
  };
}

/** A workflow ran to its end. `failure` names the test that failed. */
export function workflowRan(
  world: World,
  workflow: string,
  repository: string,
  branch: string,
  failure?: string,
): Draft {
  const run = world.take("run");
  const conclusion = failure === undefined ? "success" : "failure";
  return {
    eventType: "github.workflow_run.completed",
    actor: BOTS.actions,
    entity: {
      type: "workflow_run",
      id: String(7_310_000_000 + run * 137),
      name: workflow,
      reference: `#${run}`,
      url: `${REPOSITORY_URL}/${repository}/actions/runs/${7_310_000_000 + run * 137}`,
    },
    message: `Workflow ${workflow} ${failure === undefined ? "succeeded" : "failed"} on ${branch} in acme/${repository}`,
    metadata: {
      repository: `acme/${repository}`,
      branch,
      conclusion,
      attempt: 1,
      sha: world.random.hex(7),
      durationSeconds: world.random.int(38, 640),
      ...(failure === undefined ? {} : { failed: failure }),
    },
    isImportant: failure !== undefined,
    source: "github",
  };
}

/** Somebody reported, or closed, an issue. */
export function issueChanged(
  who: Handle,
  action: "opened" | "closed",
  issue: { number: number; repository: string; title: string; body: string },
): Draft {
  const actor = githubUser(who);
  const { number, repository, title, body } = issue;
  return {
    eventType: `github.issues.${action}`,
    actor,
    entity: {
      type: "issue",
      id: `acme/${repository}#${number}`,
      name: title,
      reference: `#${number}`,
      url: `${REPOSITORY_URL}/${repository}/issues/${number}`,
    },
    message: `${actor.name} ${action} issue #${number} ${title} in acme/${repository}`,
    metadata: { repository: `acme/${repository}`, number, body },
    source: "github",
  };
}

/** A release, a star and whatever else happens to a whole repository. */
export function repositoryEvent(
  type: "release.published" | "star.created" | "fork",
  actor: PullRequest["author"],
  repository: string,
  sentence: string,
  metadata: { [key: string]: string | number } = {},
): Draft {
  return {
    eventType: `github.${type}`,
    actor,
    entity: repositoryEntity(repository),
    message: `${actor.name} ${sentence} acme/${repository}`,
    metadata: { repository: `acme/${repository}`, ...metadata },
    source: "github",
  };
}
