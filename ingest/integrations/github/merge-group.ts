import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { repositoryUrl, where } from "../forge/places";
import { numbered, refEntity, shortRef } from "../forge/things";
import { Fields } from "../payload/fields";
import { GITHUB } from "./people";

/** The queue's own branches name the last pull request of a group: `gh-readonly-queue/main/pr-104-929f820…`. */
const QUEUE_REF = /^gh-readonly-queue\/.+\/pr-(\d{1,9})-[0-9a-f]+$/;

function pullUrl(hook: Hook, pull: string | undefined): string | null {
  return pull === undefined ? null : repositoryUrl(hook, `pull/${pull}`);
}

/** `merge_group`: one or more pull requests that the merge queue tests and merges together. */
export const describeMergeGroup: Describe = (hook): Draft => {
  const group = hook.payload.at("merge_group");
  const base = shortRef(group.text("base_ref") ?? "") || "the default branch";
  const pull = QUEUE_REF.exec(shortRef(group.text("head_ref") ?? ""))?.[1];
  const thing = numbered(hook, "pull request", new Fields({ number: Number(pull) }), pullUrl(hook, pull));
  const what = pull === undefined ? "a merge group" : thing.words;
  const reason = hook.payload.text("reason");
  const says = new Map([
    ["merged", `merged ${what} from the merge queue into ${base}`],
    ["invalidated", `gave up ${what} in the merge queue of ${base}`],
    ["dequeued", `took ${what} out of the merge queue of ${base}`],
  ]);
  const ended = says.get(reason ?? "") ?? says.get("dequeued");
  const asked = `asked for checks of ${what} in the merge queue of ${base}`;
  return {
    actor: GITHUB,
    predicate: `${hook.action === "checks_requested" ? asked : ended}${where(hook)}`,
    entity: pull === undefined ? refEntity(hook, "branch", base) : thing.entity,
    metadata: {
      branch: base,
      pullRequest: pull === undefined ? null : Number(pull),
      sha: group.text("head_sha"),
      commit: group.body("head_commit.message", 300)?.split("\n")[0]?.trim(),
      reason,
      triggeredBy: hook.payload.text("sender.login"),
    },
  };
};
