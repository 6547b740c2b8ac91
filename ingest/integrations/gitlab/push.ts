import type { Fields } from "../payload/fields";
import { listWords } from "../payload/list-words";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { projectEntity, projectUrl, where } from "./places";
import { refEntity, subject } from "./things";

const MAX_COMMITS = 20;
const NOTHING = /^0+$/;

/** What became of a ref: its old or new commit is all zeros when there is none. */
function fate(payload: Fields): "created" | "deleted" | "updated" {
  if (NOTHING.test(payload.text("after") ?? "")) return "deleted";
  return NOTHING.test(payload.text("before") ?? "") ? "created" : "updated";
}

const shortRef = (ref: string) => ref.replace(/^refs\/(heads|tags)\//, "");

function commitCount(payload: Fields): number {
  return payload.count("total_commits_count") ?? payload.length("commits");
}

function branchPredicate(payload: Fields, branch: string): string {
  const count = commitCount(payload);
  const counted = count === 1 ? "1 commit" : `${count} commits`;
  const became = fate(payload);
  if (became === "deleted") return `deleted branch ${branch}`;
  if (became === "created")
    return count === 0 ? `created branch ${branch}` : `pushed ${counted} to new branch ${branch}`;
  return count === 0 ? `updated branch ${branch}` : `pushed ${counted} to ${branch}`;
}

function tagPredicate(payload: Fields, tag: string): string {
  const became = fate(payload);
  return became === "deleted" ? `deleted tag ${tag}` : `${became === "created" ? "pushed" : "moved"} tag ${tag}`;
}

/** The comparison shows what came; a new ref has nothing to compare with, and a deleted one no page. */
function pushUrl(hook: Hook, isTag: boolean, name: string): string | null {
  const became = fate(hook.payload);
  if (became === "deleted") return projectUrl(hook);
  if (isTag) return projectUrl(hook, `-/tags/${name}`);
  const [before, after] = [hook.payload.text("before"), hook.payload.text("after")];
  return became === "created" || before === null || after === null
    ? projectUrl(hook, `-/tree/${name}`)
    : projectUrl(hook, `-/compare/${before}...${after}`);
}

/** `push` and `tag_push`. Commits carry their own, often older times. */
export const describePush: Describe = (hook): Draft => {
  const { payload } = hook;
  const ref = payload.text("ref") ?? "";
  const isTag = hook.kind === "tag_push" || ref.startsWith("refs/tags/");
  const name = shortRef(ref) || "unknown";
  const became = fate(payload);
  const isDefault = !isTag && name === payload.text("project.default_branch");
  return {
    predicate: `${isTag ? tagPredicate(payload, name) : branchPredicate(payload, name)}${where(hook)}`,
    entity: refEntity(hook, isTag ? "tag" : "branch", name, pushUrl(hook, isTag, name)),
    metadata: {
      [isTag ? "tag" : "branch"]: name,
      before: payload.text("before"),
      sha: payload.text("checkout_sha", "after"),
      commitCount: commitCount(payload),
      commits: payload.list("commits", MAX_COMMITS).map((commit) => ({
        sha: commit.text("id"),
        message: commit.text("title") ?? subject(commit.body("message", 300)),
        author: commit.text("author.name"),
        timestamp: commit.text("timestamp"),
      })),
      isDeleted: became === "deleted" || undefined,
      isProtected: payload.flag("ref_protected") || undefined,
      message: isTag ? payload.text("message") : null,
    },
    isImportant: isDefault && became === "deleted",
  };
};

/** `repository_update`: of a whole system, all refs of one push together. */
export const describeRepositoryUpdate: Describe = (hook): Draft => {
  const project = projectEntity(hook);
  const refs = hook.payload.list("refs", 20).flatMap((ref) => shortRef(ref.text("") ?? "") || []);
  const names = refs.length === 0 ? "" : `${listWords(refs.map((ref) => ref.slice(0, 200)))} in `;
  return { predicate: `updated ${names}${project.name}`, entity: project, metadata: { refs } };
};
