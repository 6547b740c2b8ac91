import type { Draft } from "../forge/draft";
import { nearestUrl, repositoryEntity, where } from "../forge/places";
import { commitEntity, shortSha } from "../forge/things";
import { entity } from "../payload/draft";
import { listed } from "../payload/listed";
import { pastTense, words } from "../payload/past-tense";
import { type Call, shaped } from "./call";
import { pageOf, repository } from "./shape";

const STATE = new Map([
  ["SUCCESSFUL", { told: "passed", state: "success" }],
  ["FAILED", { told: "failed", state: "failure" }],
  ["INPROGRESS", { told: "started", state: "pending" }],
  ["STOPPED", { told: "was stopped", state: "cancelled" }],
]);

/** True for the default branch, which Bitbucket seldom names, and for a branch that is not told. */
function isOnMain({ hook }: Call, branch: string | null): boolean {
  const main = hook.payload.text("repository.default_branch");
  return branch === null || (main === null ? /^(main|master)$/.test(branch) : branch === main);
}

/** `repo:commit_status_*`: a build or another check of a commit. */
export function describeStatus(call: Call): Draft {
  const status = call.sent.at("commit_status");
  const link = status.text("commit.links.html.href", "links.commit.href");
  const sha = status.text("commit.hash") ?? link?.split("/").at(-1) ?? "unknown";
  const { told, state } = STATE.get(status.text("state") ?? "") ?? { told: "changed", state: status.text("state") };
  const check = status.text("name", "key") ?? "a check";
  const branch = status.text("refname");
  const hook = call.hook;
  return {
    predicate: `reported that ${check === "a check" ? check : `check ${check}`} ${told} for commit ${shortSha(sha)}${where(hook)}`,
    entity: commitEntity(hook, sha, status.url("url") ?? nearestUrl(hook)),
    metadata: { state, check, description: status.text("description"), sha, branch, key: status.text("key") },
    happenedAt: status.at(call.words.at(-1) === "commit_status_created" ? "created_on" : "updated_on").value,
    isImportant: state === "failure" && isOnMain(call, branch),
  };
}

/** `repo:fork` and `repo:forked`: Cloud tells of both repositories, Data Center of the new one and its origin. */
export function describeFork(call: Call): Draft {
  const { sent } = call;
  const [from, to] = sent.has("fork") ? ["repository", "fork"] : ["repository.origin", "repository"];
  const [original, fork] = [from, to].map((path) => {
    const hook = shaped(call, null, { repository: repository(sent.at(path ?? "")) });
    return repositoryEntity(hook);
  });
  const thing = original ?? repositoryEntity(call.hook);
  return {
    predicate: `forked ${thing.name} to ${fork?.name ?? "another repository"}`,
    entity: thing,
    metadata: { repository: thing.name, fork: fork?.name, forkUrl: fork?.url },
    happenedAt: call.date,
  };
}

/** The changed fields with their values before and after: Cloud lists them, Data Center sends the thing twice. */
function changesOf({ sent }: Call): Record<string, { from: string | null; to: string | null }> {
  const cloud = sent.at("changes");
  const keys = sent.has("changes")
    ? cloud.objectKeys().filter((key) => key !== "links")
    : ["name", "slug", "key", "description", "public"].filter(
        (key) => sent.text(`old.${key}`) !== sent.text(`new.${key}`),
      );
  const at = (side: "old" | "new", key: string) =>
    sent.has("changes") ? cloud.text(`${key}.${side}`) : sent.text(`${side}.${key}`);
  return Object.fromEntries(keys.slice(0, 20).map((key) => [key, { from: at("old", key), to: at("new", key) }]));
}

function updated(call: Call, kind: string, name: string): string {
  const changes = changesOf(call);
  const before = changes.full_name?.from ?? changes.name?.from;
  if (before) return `renamed ${kind} ${before} to ${name}`;
  const keys = Object.keys(changes).map((key) => words(key).toLowerCase());
  return keys.length === 0 ? `edited ${kind} ${name}` : `changed the ${listed(keys)} of ${kind} ${name}`;
}

/** `repo:updated`, `repo:deleted`, `repo:transfer` and whatever else is done to a repository itself. */
export function describeRepository(call: Call): Draft {
  const action = call.words.at(-1) ?? "";
  const place = repositoryEntity(call.hook);
  const now = /^(updated|modified)$/.test(action) ? call.sent.text("changes.full_name.new", "changes.name.new") : null;
  const thing = { ...place, name: now ?? place.name };
  const owner = call.sent.text("previous_workspace.name", "previous_workspace.slug", "previous_owner.display_name");
  const says = new Map([
    ["updated", updated(call, "repository", thing.name)],
    ["modified", updated(call, "repository", thing.name)],
    ["transfer", `transferred repository ${thing.name}${owner === null ? "" : ` from ${owner}`}`],
    ["repo_synchronized", `synchronized the mirror of ${thing.name}`],
    ["push", `pushed to ${thing.name}`],
    ["refs_changed", `pushed to ${thing.name}`],
    ["secret_detected", `pushed a secret to ${thing.name}`],
  ]);
  return {
    predicate: says.get(action) ?? pastTense(action, `repository ${thing.name}`),
    entity: thing,
    metadata: { repository: thing.name, changes: changesOf(call), mirror: call.sent.text("mirrorServer.name") },
    happenedAt: call.date,
    isImportant: /^(deleted|transfer|secret_detected)$/.test(action),
  };
}

/** `project:…`: a project of repositories. */
export function describeProject(call: Call): Draft {
  const project = call.sent.at(call.sent.has("project") ? "project" : "new");
  const name = project.text("name", "key") ?? "a project";
  const action = call.words.at(-1) ?? "";
  const isUpdate = /^(updated|modified)$/.test(action) && name !== "a project";
  return {
    predicate: isUpdate
      ? updated(call, "project", name)
      : pastTense(action, name === "a project" ? name : `project ${name}`),
    entity: entity("project", project.text("uuid", "id", "key") ?? name, name, {
      reference: project.text("key"),
      url: pageOf(project) ?? call.sent.url("actor.links.html.href"),
    }),
    metadata: { changes: changesOf(call) },
    happenedAt: call.date,
  };
}
