import { entity } from "../payload/draft";
import type { Describe, Draft } from "./draft";
import { GITLAB } from "./people";
import { nearestUrl, projectName, projectUrl, where } from "./places";
import { after, became, on } from "./run-words";
import { subject } from "./things";

const JOB_TIME = new Map([
  ["created", "build_created_at"],
  ["running", "build_started_at"],
  ["success", "build_finished_at"],
  ["failed", "build_finished_at"],
  ["canceled", "build_finished_at"],
]);

/** `build`: one job of a pipeline. Its commit's id is in truth the pipeline's. */
export const describeJob: Describe = (hook): Draft => {
  const { payload } = hook;
  const status = payload.text("build_status");
  const id = payload.text("build_id");
  const given = payload.text("build_name");
  const name = given ?? (id === null ? "a job" : `#${id}`);
  const thing = entity("job", id ?? name, name, {
    reference: id === null ? projectName(hook) : `#${id}`,
    url: id === null ? nearestUrl(hook) : (projectUrl(hook, `-/jobs/${id}`) ?? nearestUrl(hook)),
  });
  const ref = payload.text("ref");
  const isTag = payload.flag("tag");
  const time = JOB_TIME.get(status ?? "");
  return {
    actor: GITLAB,
    predicate: `${name === "a job" ? "" : "job "}${thing.name} ${became(status)}${on(hook, ref, isTag)}${where(hook)}${after(status, payload.at("build_duration").value)}`,
    entity: thing,
    metadata: {
      status,
      stage: payload.text("build_stage"),
      branch: isTag ? null : ref,
      tag: isTag ? ref : null,
      sha: payload.text("sha"),
      commit: subject(payload.body("commit.message", 300)),
      pipeline: payload.text("pipeline_id"),
      reason: status === "failed" ? payload.text("build_failure_reason") : null,
      retries: payload.count("retries_count"),
      environment: payload.text("environment.name"),
      runner: payload.text("runner.description"),
      triggeredBy: payload.text("user.name", "user.username"),
    },
    happenedAt: time === undefined ? undefined : payload.at(time).value,
  };
};
