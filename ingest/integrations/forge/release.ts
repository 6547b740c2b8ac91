import { BODY_BYTES, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { nearestUrl, repositoryName, where } from "./places";

function predicate(hook: Hook, release: Fields, name: string): string {
  const kind = release.flag("prerelease") ? "pre-release" : "release";
  switch (hook.action) {
    case "published":
      return `published ${kind} ${name}`;
    case "created":
      return `${release.flag("draft") ? "drafted" : "created"} ${kind} ${name}`;
    case "released":
      return `released ${name}`;
    case "prereleased":
      return `pre-released ${name}`;
    default:
      return pastTense(hook.action, `${kind} ${name}`);
  }
}

/** `release`. GitHub sends created, published and released for one release; its `created_at` is the commit's time. */
export const describeRelease: Describe = (hook): Draft => {
  const release = hook.payload.at("release");
  const tag = release.text("tag_name");
  const name = release.text("name") ?? tag ?? "a release";
  return {
    predicate: `${predicate(hook, release, name)}${where(hook)}`,
    entity: entity("release", release.text("id", "node_id") ?? name, name, {
      reference: tag ?? repositoryName(hook),
      url: release.url("html_url") ?? nearestUrl(hook),
    }),
    metadata: {
      tag,
      branch: release.text("target_commitish"),
      isDraft: release.flag("draft") || undefined,
      isPrerelease: release.flag("prerelease") || undefined,
      author: release.text("author.login"),
      assets: release.list("assets", 20).map((asset) => asset.text("name")),
      description: release.body("body", BODY_BYTES),
    },
    happenedAt: hook.action === "published" ? release.at("published_at").value : undefined,
  };
};
