import { entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Describe, Draft } from "./draft";
import { GITLAB } from "./people";
import { nearestUrl, projectName, projectUrl, where } from "./places";
import { after, became, isEnded, on } from "./run-words";
import { subject } from "./things";

/** Names of the jobs that made a pipeline fail. */
function failedJobs(payload: Fields): (string | null)[] {
  const failed = payload
    .list("builds", 500)
    .filter((job) => job.text("status") === "failed" && !job.flag("allow_failure"));
  return failed.slice(0, 20).map((job) => job.text("name"));
}

/** `pipeline`: GitLab runs it, whoever's push started it. Its variables may be secrets and are not kept. */
export const describePipeline: Describe = (hook): Draft => {
  const { payload } = hook;
  const run = payload.at("object_attributes");
  const status = run.text("status");
  const id = run.text("id");
  const given = run.text("name");
  const name = given ?? (id === null ? "a pipeline" : `pipeline #${id}`);
  const thing = entity("pipeline", id ?? name, name, {
    reference: id === null ? projectName(hook) : `#${id}`,
    url: run.url("url") ?? projectUrl(hook, `-/pipelines/${id ?? ""}`) ?? nearestUrl(hook),
  });
  const noun = `${given === null || /pipeline/i.test(given) ? "" : "pipeline "}${thing.name}`;
  const number = given === null || id === null ? "" : ` (#${id})`;
  const ref = run.text("ref");
  const isTag = run.flag("tag");
  const isMain = run.flag("default_branch") || (ref !== null && ref === payload.text("project.default_branch"));
  const time = isEnded(status) ? "finished_at" : status === "created" ? "created_at" : undefined;
  return {
    actor: GITLAB,
    predicate: `${noun}${number} ${became(status)}${on(hook, ref, isTag)}${where(hook)}${after(status, run.at("duration").value)}`,
    entity: thing,
    metadata: {
      status,
      branch: isTag ? null : ref,
      tag: isTag ? ref : null,
      sha: run.text("sha"),
      commit: subject(payload.body("commit.message", 300)),
      durationSeconds: run.count("duration"),
      trigger: run.text("source"),
      mergeRequest: payload.count("merge_request.iid"),
      failedJobs: failedJobs(payload),
      triggeredBy: payload.text("user.name", "user.username"),
    },
    happenedAt: time === undefined ? undefined : run.at(time).value,
    isImportant: status === "failed" && isMain && !isTag,
  };
};
