import type { Describe, Draft } from "../forge/draft";
import { where } from "../forge/places";
import { refEntity, shortRef } from "../forge/things";
import { GITHUB } from "./people";

/** `merge_group`: a batch of the merge queue. */
export const describeMergeGroup: Describe = (hook): Draft => {
  const group = hook.payload.at("merge_group");
  const base = shortRef(group.text("base_ref") ?? "") || "the default branch";
  const reason = hook.payload.text("reason");
  const done = reason === "merged" ? "merged a merge group into" : "removed a merge group for";
  const verb = hook.action === "checks_requested" ? "requested checks of a merge group for" : done;
  return {
    actor: GITHUB,
    predicate: `${verb} ${base}${where(hook)}`,
    entity: refEntity(hook, "branch", base),
    metadata: {
      branch: base,
      sha: group.text("head_sha"),
      commit: group.body("head_commit.message", 300)?.split("\n")[0]?.trim(),
      reason,
      triggeredBy: hook.payload.text("sender.login"),
    },
  };
};
