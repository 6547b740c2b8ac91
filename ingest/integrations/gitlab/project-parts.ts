import { BODY_BYTES, entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import { nearestUrl, projectKey, projectName, projectUrl, where } from "./places";

/** `release`: GitLab does not say who released. */
export const describeRelease: Describe = (hook): Draft => {
  const { payload } = hook;
  const tag = payload.text("tag");
  const name = payload.text("name") ?? tag ?? "a release";
  const noun = name === "a release" ? name : `release ${name}`;
  return {
    predicate: `${hook.action === "create" ? `published ${noun}` : pastTense(hook.action, noun)}${where(hook)}`,
    entity: entity("release", payload.text("id") ?? `${projectKey(hook)}:${name}`, name, {
      reference: tag,
      url: payload.url("url") ?? nearestUrl(hook),
    }),
    metadata: {
      tag,
      sha: payload.text("commit.id"),
      assets: payload.list("assets.links", 20).map((link) => link.text("name")),
      description: payload.body("description", BODY_BYTES),
    },
    happenedAt: hook.action === "create" ? payload.at("created_at").value : undefined,
  };
};

/** `milestone`, of a project or group. */
export const describeMilestone: Describe = (hook): Draft => {
  const milestone = hook.payload.at("object_attributes");
  const title = milestone.text("title");
  const number = milestone.text("iid");
  const page = number === null ? "-/milestones" : `-/milestones/${number}`;
  const name = title ?? "a milestone";
  return {
    predicate: `${pastTense(hook.action, title === null ? name : `milestone ${title}`)}${where(hook)}`,
    entity: entity("milestone", milestone.text("id") ?? name, name, {
      reference: number === null ? null : `${projectName(hook) ?? ""}%${number}`,
      url: projectUrl(hook, page) ?? nearestUrl(hook),
    }),
    metadata: {
      state: milestone.text("state"),
      startDate: milestone.text("start_date"),
      dueDate: milestone.text("due_date"),
      description: milestone.body("description", BODY_BYTES),
    },
    happenedAt: milestone.at(hook.action === "create" ? "created_at" : "updated_at").value,
  };
};

/** `wiki_page`. */
export const describeWikiPage: Describe = (hook): Draft => {
  const page = hook.payload.at("object_attributes");
  const title = page.text("title", "slug");
  const name = title ?? "a wiki page";
  const slug = page.text("slug") ?? name;
  return {
    predicate: `${pastTense(hook.action, title === null ? name : `wiki page ${title}`)}${where(hook)}`,
    entity: entity("wiki_page", `${projectKey(hook)}:${slug}`, name, {
      url: page.url("url") ?? hook.payload.url("wiki.web_url") ?? nearestUrl(hook),
    }),
    metadata: {
      message: page.text("message"),
      diffUrl: page.url("diff_url"),
      description: hook.action === "delete" ? null : page.body("content", BODY_BYTES),
    },
  };
};

/** `feature_flag`: turned on or off. */
export const describeFeatureFlag: Describe = (hook): Draft => {
  const flag = hook.payload.at("object_attributes");
  const given = flag.text("name");
  const name = given ?? "a feature flag";
  const isActive = flag.flag("active");
  return {
    predicate: `turned ${isActive ? "on" : "off"} ${given === null ? name : `feature flag ${given}`}${where(hook)}`,
    entity: entity("feature_flag", flag.text("id") ?? `${projectKey(hook)}:${name}`, name, {
      url: projectUrl(hook, "-/feature_flags") ?? nearestUrl(hook),
    }),
    metadata: { isActive, description: flag.body("description", BODY_BYTES) },
  };
};
