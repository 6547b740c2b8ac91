import { listed } from "../payload/listed";
import { pastTense, words } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { repositoryEntity } from "./places";

const IMPORTANT = new Set(["deleted", "archived", "publicized", "transferred"]);

/** What an edit of the repository changed, by its name there: description, homepage, topics, default branch. */
function changes(hook: Hook): Record<string, unknown> {
  const fields = ["description", "homepage", "topics", "default_branch"].filter((key) =>
    hook.payload.has(`changes.${key}`),
  );
  const value = (path: string) => {
    const topics = hook.payload.list(path, 20).flatMap((topic) => topic.text("") ?? []);
    return topics.length > 0 ? topics : hook.payload.text(path);
  };
  return Object.fromEntries(
    fields.map((key) => [key, { from: value(`changes.${key}.from`), to: value(`repository.${key}`) }]),
  );
}

function edited(hook: Hook, name: string): string {
  const { payload } = hook;
  const branch = payload.text("changes.default_branch.from");
  const now = payload.text("repository.default_branch");
  if (branch !== null && now !== null) return `changed the default branch of ${name} from ${branch} to ${now}`;
  const changed = Object.keys(changes(hook)).map((key) => words(key));
  return changed.length === 0 ? `edited repository ${name}` : `changed the ${listed(changed)} of ${name}`;
}

/** GitHub tells the former name without the owner's. */
function renamed(hook: Hook, name: string): string {
  const before = hook.payload.text("changes.repository.name.from");
  const owner = name.includes("/") ? `${name.split("/")[0]}/` : "";
  return before === null || `${owner}${before}` === name
    ? `renamed repository ${name}`
    : `renamed repository ${owner}${before} to ${name}`;
}

function predicate(hook: Hook, name: string): string {
  const { payload } = hook;
  const owner = payload.text("changes.owner.from.user.login", "changes.owner.from.organization.login");
  switch (hook.action) {
    case "edited":
      return edited(hook, name);
    case "renamed":
      return renamed(hook, name);
    case "transferred":
      return `transferred repository ${name}${owner === null ? "" : ` from ${owner}`}`;
    case "publicized":
      return `made ${name} public`;
    case "privatized":
      return `made ${name} private`;
    default:
      return pastTense(hook.action, `repository ${name}`);
  }
}

/** `repository`, every action. */
export const describeRepository: Describe = (hook): Draft => {
  const repository = repositoryEntity(hook);
  return {
    predicate: predicate(hook, repository.name),
    entity: repository,
    metadata: { description: hook.payload.text("repository.description"), changes: changes(hook) },
    happenedAt: hook.action === "created" ? hook.payload.at("repository.created_at").value : undefined,
    isImportant: IMPORTANT.has(hook.action ?? ""),
  };
};
