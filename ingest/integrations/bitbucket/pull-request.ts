import type { Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { nameOf } from "../forge/people";
import { where } from "../forge/places";
import { describePullRequest as describeShaped } from "../forge/pull-request";
import { numbered, pullRequestDetails } from "../forge/things";
import { Fields } from "../payload/fields";
import { listed } from "../payload/listed";
import { type Call, shaped } from "./call";
import { account, pullRequest } from "./shape";

/** What the other forges call an action of Cloud (`pullrequest:…`) or Data Center (`pr:…`). */
const ACTIONS = new Map([
  ["created", "opened"],
  ["fulfilled", "closed"],
  ["merged", "closed"],
  ["rejected", "declined"],
  ["push", "synchronize"],
  ["from_ref_updated", "synchronize"],
]);

/** A reviewer's verdict: what they did to the pull request, and the state that GitHub has for it. */
const VERDICTS = new Map([
  ["approved", { verb: "approved", state: "approved" }],
  ["unapproved", { verb: "took back their approval of", state: "dismissed" }],
  ["changes_request_created", { verb: "requested changes on", state: "changes_requested" }],
  ["changes_requested", { verb: "requested changes on", state: "changes_requested" }],
  ["needs_work", { verb: "requested changes on", state: "changes_requested" }],
  ["changes_request_removed", { verb: "took back their request for changes on", state: "dismissed" }],
]);

/** The names of people, of whom Data Center wraps each in what they are to the pull request. */
function names(people: readonly Fields[]): string[] {
  return people.flatMap((one) => nameOf(new Fields(account(one.has("user") ? one.at("user") : one))) ?? []);
}

function reviewersOf({ sent }: Call): string[] {
  return names(sent.list(sent.has("pullrequest") ? "pullrequest.reviewers" : "pullRequest.reviewers", 20));
}

/** `pr:reviewer:updated`: who was asked, and who is not any more. */
function reviewers(call: Call, thing: string): string {
  const [added, removed] = ["addedReviewers", "removedReviewers"].map((path) => names(call.sent.list(path, 20)));
  if (added && added.length > 0) return `asked ${listed(added)} to review ${thing}`;
  if (removed && removed.length > 0) return `withdrew the request for ${listed(removed)} to review ${thing}`;
  return `changed the reviewers of ${thing}`;
}

/** `pr:modified` carries the former values of all, changed or not. */
function modified({ sent }: Call): { action: string; changes: Record<string, unknown> } {
  const now = sent.at("pullRequest");
  const before = (path: string, of: string) => {
    const from = sent.text(path);
    return from === now.text(of) ? null : { from };
  };
  const [isDraft, wasDraft] = [now.flag("draft"), sent.at("previousDraft").value];
  if (typeof wasDraft === "boolean" && wasDraft !== isDraft)
    return { action: isDraft ? "converted_to_draft" : "ready_for_review", changes: {} };
  const changes = {
    title: before("previousTitle", "title"),
    ref: before("previousTarget.displayId", "toRef.displayId"),
    body: before("previousDescription", "description"),
  };
  return { action: "edited", changes };
}

function happenedAt(call: Call, action: string): unknown {
  if (call.date !== undefined) return call.date;
  const path = action.startsWith("changes_request") ? "changes_request.date" : "approval.date";
  return VERDICTS.has(action) ? call.sent.at(path).value : undefined;
}

function verdict(call: Call, hook: Hook, action: string): Draft | null {
  const pull = hook.payload.at("pull_request");
  const thing = numbered(hook, "pull request", pull);
  const said = VERDICTS.get(action);
  const verb = said?.verb;
  const isReviewers = call.words.slice(1).join(":") === "reviewer:updated";
  if (verb === undefined && !isReviewers && action !== "to_ref_updated") return null;
  const told = isReviewers ? reviewers(call, thing.words) : `${verb ?? "updated the target branch of"} ${thing.words}`;
  return {
    predicate: `${told}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...pullRequestDetails(pull),
      ...(said === undefined ? {} : { state: said.state }),
      reviewers: reviewersOf(call),
    },
    happenedAt: happenedAt(call, action),
  };
}

/** Every event of a pull request that is not of a comment on it. */
export function describePullRequest(call: Call): Draft {
  const action = call.words.at(-1) ?? "";
  const pull_request = pullRequest(call.sent);
  const said = verdict(call, shaped(call, action, { pull_request }), action);
  if (said !== null) return said;
  const change = action === "modified" ? modified(call) : { action: ACTIONS.get(action) ?? action, changes: {} };
  const isMerge = action === "fulfilled" || action === "merged";
  const pull = { ...pull_request, merged: isMerge || pull_request.merged === true };
  const told = describeShaped(shaped(call, change.action, { pull_request: pull, changes: change.changes }));
  return {
    ...told,
    metadata: { ...told.metadata, reviewers: reviewersOf(call), reason: call.sent.text("pullrequest.reason") },
    happenedAt: call.date ?? told.happenedAt,
  };
}
