import { BODY_BYTES, entity } from "../payload/draft";
import { words } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import { GITLAB } from "./people";
import { groupName, nearestUrl, pageUrl, projectName, projectUrl, where } from "./places";

/** Who changed a vulnerability is told by number only, so GitLab tells of it. */
export const describeVulnerability: Describe = (hook): Draft => {
  const found = hook.payload.at("object_attributes");
  const title = found.text("title");
  const name = title ?? "a vulnerability";
  const noun = title === null ? name : `vulnerability ${title}`;
  const state = found.text("state");
  const severity = found.text("severity");
  const grade = severity === null || severity === "unknown" ? "" : ` of ${severity} severity`;
  const url = found.url("url");
  const isOpen = state === "detected" || state === "confirmed";
  const time = new Map([
    ["detected", "created_at"],
    ["confirmed", "confirmed_at"],
    ["dismissed", "dismissed_at"],
    ["resolved", "resolved_at"],
  ]).get(state ?? "");
  return {
    actor: GITLAB,
    predicate: `${state === "detected" ? `found ${noun}${grade}` : `marked ${noun}${grade} as ${state ?? "changed"}`}${where(hook)}`,
    entity: entity("vulnerability", url ?? found.text("id") ?? name, name, { url: url ?? nearestUrl(hook) }),
    metadata: {
      state,
      severity,
      report: found.text("report_type"),
      file: found.text("location.file"),
      package: found.text("location.dependency.package.name"),
      packageVersion: found.text("location.dependency.version"),
      identifiers: found.list("identifiers", 10).map((identifier) => identifier.text("name")),
      issues: found.list("issues", 10).map((issue) => issue.text("title")),
      isResolvedOnDefaultBranch: found.flag("resolved_on_default_branch") || undefined,
      reason: found.text("dismissal_reason"),
      comment: found.body("state_comment", BODY_BYTES),
    },
    // Linking an issue sends the same state again, long after it was reached.
    happenedAt: time !== undefined && found.length("issues") === 0 ? found.at(time).value : undefined,
    isImportant: isOpen && (severity === "critical" || severity === "high"),
  };
};

const WEEK_MS = 7 * 86_400_000;

/** `access_token` and `deploy_token`: it will expire; in a week, everybody should know. */
export const describeToken: Describe = (hook): Draft => {
  const token = hook.payload.at("object_attributes");
  const kind = words(hook.kind);
  const given = token.text("name");
  const name = given ?? `a ${kind}`;
  const owner = projectName(hook) ?? groupName(hook);
  const noun = `${given === null ? name : `${kind} ${given}`}${owner === null ? "" : ` of ${owner}`}`;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(token.text("expires_at") ?? "")?.[0] ?? null;
  const page = hook.kind === "deploy_token" ? "-/settings/repository" : "-/settings/access_tokens";
  const group = groupName(hook);
  const left = Date.parse(day ?? "") - hook.receivedAt.getTime();
  return {
    actor: GITLAB,
    predicate: `warned that ${noun} will expire${day === null ? "" : ` on ${day}`}`,
    entity: entity(hook.kind, token.text("id") ?? name, name, {
      url:
        projectUrl(hook, page) ??
        (group === null ? null : pageUrl(hook, `groups/${group}/${page}`)) ??
        nearestUrl(hook),
    }),
    metadata: { expiresOn: day, lastUsedAt: token.text("last_used_at") },
    isImportant: left <= WEEK_MS,
  };
};
