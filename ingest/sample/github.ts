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

function pullRequestEntity({ number, title, repository }: PullRequest) {
  return {
    type: "pull_request",
    id: `acme/${repository}#${number}`,
    name: title,
    reference: `acme/${repository}#${number}`,
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
  const list = commits.map((message) => ({ sha: world.random.hex(40), message, author: actor.name }));
  return {
    eventType: "github.push",
    actor,
    entity: {
      type: "branch",
      id: `acme/${repository}:refs/heads/${branch}`,
      name: branch,
      reference: `acme/${repository}`,
      url: `${REPOSITORY_URL}/${repository}/tree/${branch}`,
    },
    message: `${actor.name} pushed ${count} to ${branch} in acme/${repository}`,
    metadata: { repository: `acme/${repository}`, branch, commitCount: commits.length, commits: list },
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
  return { pullRequest, draft: pullRequestDraft(pullRequest, author, "opened", "opened", "") };
}

function pullRequestDraft(
  pullRequest: PullRequest,
  actor: PullRequest["author"],
  action: string,
  verb: string,
  into: string,
  more: { [key: string]: boolean | number } = {},
): Draft {
  const { number, title, repository, branch } = pullRequest;
  return {
    eventType: `github.pull_request.${action}`,
    actor,
    entity: pullRequestEntity(pullRequest),
    message: `${actor.name} ${verb} pull request ${title} (#${number})${into} in acme/${repository}`,
    metadata: { repository: `acme/${repository}`, number, branch, base: "main", ...more },
    source: "github",
  };
}

/** A pull request was merged. */
export function merged(world: World, pullRequest: PullRequest, who: Handle): Draft {
  const actor = githubUser(who);
  const more = {
    isMerged: true,
    additions: world.random.int(6, 380),
    deletions: world.random.int(0, 140),
    changedFiles: world.random.int(1, 19),
  };
  return pullRequestDraft(pullRequest, actor, "closed", "merged", " into main", more);
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
    message: `${actor.name} ${verb} pull request ${title} (#${number}) in acme/${repository}`,
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
  const id = String(7_310_000_000 + run * 137);
  const sha = world.random.hex(40);
  const conclusion = failure === undefined ? "success" : "failure";
  const result = failure === undefined ? "succeeded" : "failed";
  return {
    eventType: "github.workflow_run.completed",
    actor: BOTS.github,
    entity: {
      type: "workflow_run",
      id,
      name: workflow,
      reference: sha.slice(0, 7),
      url: `${REPOSITORY_URL}/${repository}/actions/runs/${id}`,
    },
    message: `GitHub workflow ${workflow} ${result} on ${branch} in acme/${repository}`,
    metadata: {
      repository: `acme/${repository}`,
      branch,
      conclusion,
      sha,
      runNumber: run,
      attempt: 1,
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
      reference: `acme/${repository}#${number}`,
      url: `${REPOSITORY_URL}/${repository}/issues/${number}`,
    },
    message: `${actor.name} ${action} issue ${title} (#${number}) in acme/${repository}`,
    metadata: { repository: `acme/${repository}`, number, body },
    source: "github",
  };
}

/** Somebody published a release; `notes` is what is new. */
export function released(who: Handle, repository: string, tag: string, notes: string): Draft {
  const actor = githubUser(who);
  return {
    eventType: "github.release.published",
    actor,
    entity: {
      type: "release",
      id: `acme/${repository}:${tag}`,
      name: tag,
      reference: `acme/${repository}`,
      url: `${REPOSITORY_URL}/${repository}/releases/tag/${tag}`,
    },
    message: `${actor.name} published release ${tag} in acme/${repository}`,
    metadata: { repository: `acme/${repository}`, tag, body: notes },
    source: "github",
  };
}

/** Somebody outside the team starred a repository. */
export function starred(login: string, repository: string, stars: number): Draft {
  const name = `acme/${repository}`;
  return {
    eventType: "github.star.created",
    actor: { id: login, name: login, kind: "user" },
    entity: { type: "repository", id: name, name, url: `${REPOSITORY_URL}/${repository}` },
    message: `${login} starred ${name}`,
    metadata: { repository: name, stars },
    source: "github",
  };
}
