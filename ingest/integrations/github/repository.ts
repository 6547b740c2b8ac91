import { entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { nearestUrl, repositoryEntity, where } from "./places";

const IMPORTANT = new Set(["deleted", "archived", "publicized", "transferred"]);

function edited(hook: Hook, name: string): string {
  const { payload } = hook;
  const branch = payload.text("changes.default_branch.from");
  const now = payload.text("repository.default_branch");
  if (branch !== null && now !== null) return `changed the default branch of ${name} from ${branch} to ${now}`;
  const changed = ["description", "topics", "homepage"].find((key) => payload.has(`changes.${key}`));
  return changed === undefined ? `edited repository ${name}` : `changed the ${changed} of ${name}`;
}

function predicate(hook: Hook, name: string): string {
  const { payload } = hook;
  const before = payload.text("changes.repository.name.from");
  const owner = payload.text("changes.owner.from.user.login", "changes.owner.from.organization.login");
  switch (hook.action) {
    case "edited":
      return edited(hook, name);
    case "renamed":
      return before === null ? `renamed repository ${name}` : `renamed repository ${before} to ${name}`;
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
    metadata: { description: hook.payload.text("repository.description") },
    happenedAt: hook.action === "created" ? hook.payload.at("repository.created_at").value : undefined,
    isImportant: IMPORTANT.has(hook.action ?? ""),
  };
};

/** Events that say one thing about the repository itself. */
function about(say: (hook: Hook, name: string) => Omit<Draft, "entity">): Describe {
  return (hook) => {
    const repository = repositoryEntity(hook);
    return { entity: repository, ...say(hook, repository.name) };
  };
}

/** `star`: `starred_at` is null when it was taken back. */
export const describeStar = about((hook, name) => ({
  predicate: `${hook.action === "deleted" ? "unstarred" : "starred"} ${name}`,
  metadata: { stars: hook.payload.count("repository.stargazers_count") },
  happenedAt: hook.action === "created" ? hook.payload.at("starred_at").value : undefined,
}));

/** `watch`: the older name of a star. */
export const describeWatch = about((_, name) => ({ predicate: `starred ${name}` }));

/** `fork`. */
export const describeFork = about((hook, name) => {
  const fork = hook.payload.at("forkee");
  const to = fork.text("full_name");
  return {
    predicate: `forked ${name}${to === null ? "" : ` to ${to}`}`,
    metadata: { fork: to, forkUrl: fork.url("html_url") },
    happenedAt: fork.at("created_at").value,
  };
});

/** `public`: a private repository was opened to the world. */
export const describePublic = about((_, name) => ({ predicate: `made ${name} public`, isImportant: true }));

/** `repository_import`. */
export const describeImport = about((hook, name) => {
  const status = hook.payload.text("status");
  const verb =
    status === "failure" ? "could not import" : status === "cancelled" ? "cancelled the import of" : "imported";
  return { predicate: `${verb} repository ${name}`, metadata: { status }, isImportant: status === "failure" };
});

/** `repository_dispatch`: the action is whatever the caller chose. */
export const describeDispatch = about((hook, name) => ({
  predicate: `triggered ${hook.payload.text("action") ?? "an event"} in ${name}`,
  metadata: { trigger: hook.payload.text("action"), branch: hook.payload.text("branch") },
}));

/** `page_build`: a build of GitHub Pages. */
export const describePageBuild = about((hook, name) => {
  const status = hook.payload.text("build.status");
  const verb = status === "errored" ? "failed to build" : status === "built" ? "published" : "started building";
  return {
    predicate: `${verb} the GitHub Pages site of ${name}`,
    metadata: { status, sha: hook.payload.text("build.commit"), error: hook.payload.text("build.error.message") },
    happenedAt: hook.payload.at("build.updated_at").value,
    isImportant: status === "errored",
  };
});

/** `gollum`: pages of the wiki. */
export const describeWiki: Describe = (hook): Draft => {
  const pages = hook.payload.list("pages", 20);
  const first = pages[0];
  const title = first?.text("title", "page_name") ?? "a page";
  const count = hook.payload.length("pages");
  const verb = first?.text("action") === "created" ? "created" : "edited";
  const more = count > 1 ? ` and ${count - 1} more` : "";
  return {
    predicate: `${verb} wiki page ${title}${more}${where(hook)}`,
    entity: entity(
      "wiki_page",
      `${hook.payload.text("repository.id") ?? ""}:${first?.text("page_name") ?? title}`,
      title,
      {
        url: first?.url("html_url") ?? nearestUrl(hook),
      },
    ),
    metadata: { pages: pages.map((page) => ({ title: page.text("title"), summary: page.text("summary") })) },
  };
};
