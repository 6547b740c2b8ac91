import type { Describe, Draft } from "../forge/draft";
import { nearestUrl, repositoryEntity, repositoryKey, repositoryUrl, where } from "../forge/places";
import { BODY_BYTES, entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

/** `fork`: `forkee` is the repository that was there before, `repository` the new one. */
export const describeFork: Describe = (hook): Draft => {
  const original = repositoryEntity(hook, hook.payload.at("forkee"));
  const fork = repositoryEntity(hook);
  return {
    predicate: `forked ${original.name} to ${fork.name}`,
    entity: original,
    metadata: { repository: original.name, fork: fork.name, forkUrl: fork.url },
    happenedAt: hook.payload.at("repository.created_at").value,
  };
};

/** `wiki`: one page; what was said of the change comes with it. */
export const describeWiki: Describe = (hook): Draft => {
  const page = hook.payload.text("page") ?? "a page";
  const told = page === "a page" ? "a wiki page" : `wiki page ${page}`;
  const isGone = hook.action === "deleted";
  return {
    predicate: `${pastTense(hook.action, told)}${where(hook)}`,
    entity: entity("wiki_page", `${repositoryKey(hook)}:${page}`, page === "a page" ? "wiki page" : page, {
      url: repositoryUrl(hook, isGone ? "wiki" : `wiki/${page}`),
    }),
    metadata: { page, body: hook.payload.body("comment", BODY_BYTES) },
  };
};

/** The list of an owner's packages: what a deleted one leaves. */
function packagesUrl(url: string | null): string | null {
  const end = url?.indexOf("/-/packages/") ?? -1;
  return url === null || end < 0 ? null : `${url.slice(0, end)}/-/packages`;
}

/** `package`: one version of a package; the package itself is the thing. */
export const describePackage: Describe = (hook): Draft => {
  const about = hook.payload.at("package");
  const [name, kind, version] = [about.text("name") ?? "a package", about.text("type"), about.text("version")];
  const told = name === "a package" ? name : `${kind === null ? "" : `${kind} `}package ${name}`;
  const owner = about.text("owner.full_name", "owner.login", "owner.username") ?? "";
  const place = about.text("repository.full_name") ?? owner;
  const url = about.url("html_url");
  const verb = hook.action === "created" ? "published" : null;
  const what = version === null ? told : `${told} ${version}`;
  return {
    predicate: `${verb === null ? pastTense(hook.action, what) : `${verb} ${what}`}${place === "" ? "" : ` in ${place}`}`,
    entity: entity("package", [owner, kind ?? "", name].join("/"), name, {
      reference: version,
      url: (hook.action === "deleted" ? packagesUrl(url) : url) ?? nearestUrl(hook),
    }),
    metadata: { repository: about.text("repository.full_name"), version, type: kind, owner },
    happenedAt: hook.action === "created" ? about.at("created_at").value : undefined,
  };
};
