import type { Draft } from "./draft";
import type { Hook } from "./hook";
import { repositoryUrl, where } from "./places";
import { refEntity, shortRef } from "./things";

const MAX_COMMITS = 20;

/** What a push did to its branch or tag; each sender says it in fields of its own. */
export interface Push {
  isCreated: boolean;
  isDeleted: boolean;
  isForced: boolean;
  /** How many commits came, which may be more than the payload lists. */
  count: number;
  /** True where more came than was counted. */
  isMore?: boolean;
  /** The page that shows what came. */
  compareUrl: string | null;
  /** The page of the branch or tag itself, where the sender gives it. */
  refUrl?: string | null;
  happenedAt?: unknown;
}

function commitCount({ count, isMore = false }: Push): string {
  return count === 1 && !isMore ? "1 commit" : `${count}${isMore ? "+" : ""} commits`;
}

/** "pushed 7 commits to main", "created branch fix/a", "force-pushed main". */
function branchPredicate(push: Push, branch: string): string {
  const { isCreated, isDeleted, isForced, count } = push;
  if (isDeleted) return `deleted branch ${branch}`;
  if (isCreated)
    return count === 0 ? `created branch ${branch}` : `pushed ${commitCount(push)} to new branch ${branch}`;
  if (isForced) return count === 0 ? `force-pushed ${branch}` : `force-pushed ${commitCount(push)} to ${branch}`;
  return count === 0 ? `updated branch ${branch}` : `pushed ${commitCount(push)} to ${branch}`;
}

function tagPredicate({ isCreated, isDeleted }: Push, tag: string): string {
  if (isDeleted) return `deleted tag ${tag}`;
  return `${isCreated ? "pushed" : "moved"} tag ${tag}`;
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

/** A new or deleted ref has nothing to compare with. */
function pushUrl(hook: Hook, { isCreated, isDeleted, compareUrl, refUrl = null }: Push): string | null {
  if (isDeleted) return repositoryUrl(hook);
  return isCreated ? refUrl : (compareUrl ?? refUrl);
}

/** `push`: commits, new and deleted branches and tags, forced updates. Commits carry their own, often older times. */
export function pushDraft(hook: Hook, push: Push): Draft {
  const { payload } = hook;
  const ref = payload.text("ref") ?? "";
  const isTag = ref.startsWith("refs/tags/");
  const name = shortRef(ref) || "unknown";
  const predicate = isTag ? tagPredicate(push, name) : branchPredicate(push, name);
  const isDefault = !isTag && name === payload.text("repository.default_branch", "repository.master_branch");
  return {
    predicate: `${predicate}${where(hook)}`,
    entity: refEntity(hook, isTag ? "tag" : "branch", name, pushUrl(hook, push)),
    metadata: {
      [isTag ? "tag" : "branch"]: name,
      before: payload.text("before"),
      sha: payload.text("after"),
      commitCount: push.count,
      commits: commits(hook),
      isForced: push.isForced || undefined,
      isDeleted: push.isDeleted || undefined,
      compareUrl: push.compareUrl,
    },
    happenedAt: push.happenedAt,
    isImportant: isDefault && (push.isForced || push.isDeleted),
  };
}
