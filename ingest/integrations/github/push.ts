import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { repositoryUrl, where } from "./places";
import { refEntity, shortRef } from "./things";

const MAX_COMMITS = 20;

function commitCount(count: number): string {
  return count === 1 ? "1 commit" : `${count} commits`;
}

function branchPredicate(hook: Hook, branch: string): string {
  const { payload } = hook;
  const count = payload.length("commits");
  if (payload.flag("deleted")) return `deleted branch ${branch}`;
  if (payload.flag("created"))
    return count === 0 ? `created branch ${branch}` : `pushed ${commitCount(count)} to new branch ${branch}`;
  if (payload.flag("forced"))
    return count === 0 ? `force-pushed ${branch}` : `force-pushed ${commitCount(count)} to ${branch}`;
  return count === 0 ? `updated branch ${branch}` : `pushed ${commitCount(count)} to ${branch}`;
}

function tagPredicate(hook: Hook, tag: string): string {
  if (hook.payload.flag("deleted")) return `deleted tag ${tag}`;
  return `${hook.payload.flag("created") ? "pushed" : "moved"} tag ${tag}`;
}

/** Commits as the details list them: the first line of each message. */
function commits(hook: Hook): Record<string, unknown>[] {
  return hook.payload.list("commits", MAX_COMMITS).map((commit) => ({
    sha: commit.text("id"),
    message: commit.body("message", 300)?.split("\n")[0]?.trim(),
    author: commit.text("author.username", "author.name"),
    timestamp: commit.text("timestamp"),
  }));
}

/** The compare page shows what came; a new or deleted ref has nothing to compare with. */
function pushUrl(hook: Hook): string | null {
  const { payload } = hook;
  if (payload.flag("deleted")) return repositoryUrl(hook);
  return payload.flag("created") ? null : payload.url("compare");
}

/** `push`: commits, new and deleted branches and tags, forced updates. Commits carry their own, often older times. */
export const describePush: Describe = (hook): Draft => {
  const { payload } = hook;
  const ref = payload.text("ref") ?? "";
  const isTag = ref.startsWith("refs/tags/");
  const name = shortRef(ref) || "unknown";
  const predicate = isTag ? tagPredicate(hook, name) : branchPredicate(hook, name);
  const isDefault = !isTag && name === payload.text("repository.default_branch", "repository.master_branch");
  return {
    predicate: `${predicate}${where(hook)}`,
    entity: refEntity(hook, isTag ? "tag" : "branch", name, pushUrl(hook)),
    metadata: {
      [isTag ? "tag" : "branch"]: name,
      before: payload.text("before"),
      sha: payload.text("after"),
      commitCount: payload.length("commits"),
      commits: commits(hook),
      isForced: payload.flag("forced") || undefined,
      isDeleted: payload.flag("deleted") || undefined,
      compareUrl: payload.url("compare"),
    },
    happenedAt: payload.at("repository.pushed_at").value,
    isImportant: isDefault && (payload.flag("forced") || payload.flag("deleted")),
  };
};
