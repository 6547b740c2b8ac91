import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { nearestUrl, repositoryEntity, where } from "../forge/places";
import { entity } from "../payload/draft";

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
