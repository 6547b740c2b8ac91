import type { Describe, Draft } from "../forge/draft";
import { nearestUrl, where } from "../forge/places";
import { BODY_BYTES, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";

/** A version as people know it: a container's tag before its digest. */
function versionOf(release: Fields): string | null {
  const tag = release.text("container_metadata.tag.name");
  const version = tag ?? release.text("version", "tag_name", "name");
  return version?.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, "$1") ?? null;
}

/** `package` and `registry_package`: one version of a package, which itself is the thing. */
export const describePackage: Describe = (hook): Draft => {
  const about = hook.payload.at(hook.event);
  const release = about.at("package_version");
  const name = about.text("name") ?? "a package";
  const type = about.text("package_type")?.toLowerCase() ?? null;
  const version = versionOf(release);
  const told = name === "a package" ? name : `${type === null ? "" : `${type} `}package ${name}`;
  return {
    predicate: `${pastTense(hook.action, version === null ? told : `${told} ${version}`)}${where(hook)}`,
    entity: entity("package", about.text("id") ?? name, name, {
      reference: version,
      url: release.url("html_url") ?? about.url("html_url") ?? nearestUrl(hook),
    }),
    metadata: {
      version,
      type,
      digest: release.text("container_metadata.tag.digest"),
      branch: release.text("target_commitish"),
      description: release.body("body", BODY_BYTES) ?? about.body("description", BODY_BYTES),
    },
  };
};
