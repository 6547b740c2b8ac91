import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { repositoryEntity, repositoryName, repositoryUrl, where } from "./places";
import { refEntity, shortRef } from "./things";

function refChange(hook: Hook, verb: "created" | "deleted"): Draft {
  const { payload } = hook;
  const kind = payload.text("ref_type");
  const metadata = { refType: kind, description: payload.text("description") };
  if (kind === "repository") {
    const repository = repositoryEntity(hook);
    return { predicate: `${verb} repository ${repository.name}`, entity: repository, metadata };
  }
  const name = shortRef(payload.text("ref") ?? "") || "unknown";
  const type = kind === "tag" ? "tag" : "branch";
  const isDefault = type === "branch" && name === payload.text("repository.default_branch", "master_branch");
  return {
    predicate: `${verb} ${type} ${name}${where(hook)}`,
    // A deleted ref has no page any more.
    entity: refEntity(hook, type, name, verb === "deleted" ? repositoryUrl(hook) : null),
    metadata: { ...metadata, [type]: name, repository: repositoryName(hook) },
    isImportant: verb === "deleted" && isDefault,
  };
}

/** `create`: a new branch or tag. */
export const describeCreate: Describe = (hook) => refChange(hook, "created");

/** `delete`: a branch or tag is gone. */
export const describeDelete: Describe = (hook) => refChange(hook, "deleted");
