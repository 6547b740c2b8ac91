import { BODY_BYTES } from "../payload/draft";
import { pastTense } from "../payload/past-tense";
import { changes, changesForMetadata } from "./changes";
import type { Describe, Draft } from "./hook";
import { issueChangeNames, issueChangePredicate } from "./issue-changes";
import { LINEAR } from "./people";
import { ownUrl } from "./places";
import { issueDetails, issueThing } from "./things";

const URGENT = 1;

/** `Issue`: created, changed, or gone for good. */
export const describeIssue: Describe = (hook): Draft => {
  const { action, data, payload } = hook;
  const thing = issueThing(data, ownUrl(hook));
  const changed = changes(hook);
  const isNews = action === "create" || changed.some(({ field }) => field === "description");
  const says = new Map([
    ["create", `created ${thing.words}`],
    ["update", issueChangePredicate(hook, changed, thing.words)],
    ["remove", `deleted ${thing.words}`],
  ]);
  return {
    predicate: says.get(action) ?? pastTense(action || null, thing.words),
    entity: thing.entity,
    metadata: {
      ...issueDetails(data),
      changes: changesForMetadata(changed, issueChangeNames(hook)),
      description: isNews ? data.body("description", BODY_BYTES) : null,
    },
    happenedAt: payload.at("createdAt").value,
    isImportant:
      data.count("priority") === URGENT && (action === "create" || changed.some(({ field }) => field === "priority")),
  };
};

/** `IssueSLA`: how long an issue may take, and what became of that. Its `createdAt` is the issue's. */
export const describeIssueSla: Describe = (hook): Draft => {
  const { action, payload } = hook;
  const issue = payload.at("issueData");
  const thing = issueThing(issue, payload.url("url"));
  const due = issue.day("slaBreachesAt");
  const on = due === null ? "" : ` on ${due}`;
  const says = new Map([
    ["set", `set the SLA of ${thing.words}${due === null ? "" : ` to ${due}`}`],
    ["highRisk", `warned that ${thing.words} will breach its SLA${on}`],
    ["breached", `reported that ${thing.words} breached its SLA${on}`],
  ]);
  return {
    actor: LINEAR,
    predicate: says.get(action) ?? `changed the SLA of ${thing.words}`,
    entity: thing.entity,
    metadata: {
      ...issueDetails(issue),
      breachesAt: issue.text("slaBreachesAt"),
      startedAt: issue.text("slaStartedAt"),
    },
    isImportant: action === "breached",
  };
};
