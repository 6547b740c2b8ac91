import type { ActivityEvent } from "@/activity/event-schema";
import { aThing } from "../payload/a-thing";
import { BODY_BYTES, entity, toEvent } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";
import { type Describe, type Hook, readHook } from "./hook";
import { describeComment, describeIssue } from "./issue";
import { issueDetails, readIssue } from "./issue-thing";
import { doer } from "./people";
import {
  describeBoard,
  describeFilter,
  describeIssueType,
  describeOption,
  describeProject,
  describeSprint,
  describeUser,
  describeVersion,
} from "./things";
import { describeAttachment, describeLink, describeProperty, describeWorklog } from "./work";

const DESCRIBE = new Map<string, Describe>([
  ["issue", describeIssue],
  ["comment", describeComment],
  ["worklog", describeWorklog],
  ["attachment", describeAttachment],
  ["issuelink", describeLink],
  ["issue_property", describeProperty],
  ["issuetype", describeIssueType],
  ["project", describeProject],
  ["version", describeVersion],
  ["sprint", describeSprint],
  ["board", describeBoard],
  ["filter", describeFilter],
  ["user", describeUser],
  ["option", describeOption],
]);

const hasIssue = ({ payload }: Hook) => payload.has("issue") || (payload.has("fields") && payload.text("key") !== null);

/** What a rule of Jira's automation sends: an issue as Jira has it, or whatever its author wrote. */
const describeAutomation: Describe = (hook) => {
  const { payload } = hook;
  if (hasIssue(hook)) {
    const issue = readIssue(hook);
    return {
      actor: doer(hook),
      predicate: `reported ${issue.words}`,
      entity: issue.entity,
      metadata: issueDetails(issue),
    };
  }
  const name = payload.text("title", "summary", "name", "subject", "message", "text") ?? "an automation";
  return {
    actor: doer(hook),
    predicate: `reported ${name}`,
    entity: entity("automation", payload.text("id", "key") ?? name, name, { url: payload.url("url", "link") }),
    metadata: { body: payload.body("description", BODY_BYTES) ?? payload.body("message", BODY_BYTES) },
  };
};

/** Events that Jira has yet to invent, by their names. */
const describeOther: Describe = (hook) => {
  const kind = words(hook.event).toLowerCase() || "event";
  const issue = hasIssue(hook) ? readIssue(hook) : null;
  const name = issue?.words ?? aThing("event");
  return {
    actor: doer(hook),
    predicate: pastTense(kind, name),
    entity: issue?.entity ?? entity("event", hook.event, name, { url: hook.site }),
  };
};

/** The time at which Jira raised an event, milliseconds. */
function timeOf(payload: Fields): number | undefined {
  const { value } = payload.at("timestamp");
  return typeof value === "number" ? value / 1_000 : undefined;
}

/** One delivery as an event that passes `eventSchema`, whatever its payload holds. */
export function describeJira(payload: Fields, receivedAt: Date): ActivityEvent {
  const hook = readHook(payload);
  const isWordless = hook.event === "automation" && hook.action === "";
  // A server tells of work as a change of its issue.
  const isChange = hook.event === "worklog" && !payload.has("worklog") && payload.has("issue");
  const describe = isChange
    ? describeIssue
    : isWordless
      ? describeAutomation
      : (DESCRIBE.get(hook.event) ?? describeOther);
  const told = describe(hook);
  return toEvent("jira", [hook.event, hook.action, hook.detail], { ...told, happenedAt: timeOf(payload) }, receivedAt);
}
