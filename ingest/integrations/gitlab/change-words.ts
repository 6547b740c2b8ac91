import { listWords } from "../payload/list-words";
import { words } from "../payload/past-tense";
import { type Change, difference } from "./changes";
import type { Hook } from "./hook";
import { isSender, nameOf } from "./people";

/** A predicate around the words of the thing. */
type Say = (thing: string, change: Change, hook: Hook) => string;

function labels(thing: string, change: Change): string {
  const { added, removed } = difference(change);
  const [gained, lost] = [added, removed].map((some) => some.flatMap((label) => label.text("title", "name") ?? []));
  const noun = (titles: string[]) => `the label${titles.length === 1 ? "" : "s"} ${listWords(titles)}`;
  if (gained === undefined || lost === undefined || gained.length + lost.length === 0)
    return `changed the labels of ${thing}`;
  if (lost.length === 0) return `added ${noun(gained)} to ${thing}`;
  if (gained.length === 0) return `removed ${noun(lost)} from ${thing}`;
  return `replaced ${noun(lost)} of ${thing} with ${listWords(gained)}`;
}

function people(hook: Hook, change: Change): { gained: string; lost: string } {
  const { added, removed } = difference(change);
  const names = (some: typeof added) =>
    listWords(some.flatMap((user) => (isSender(hook, user) ? "themselves" : (nameOf(user) ?? []))));
  return { gained: names(added), lost: names(removed) };
}

const assignees: Say = (thing, change, hook) => {
  const { gained, lost } = people(hook, change);
  if (gained === "" && lost === "") return `changed the assignees of ${thing}`;
  if (lost === "") return `assigned ${gained} to ${thing}`;
  return gained === "" ? `unassigned ${lost} from ${thing}` : `reassigned ${thing} from ${lost} to ${gained}`;
};

const REVIEWED = new Map([
  ["review_started", "started to review"],
  ["reviewed", "reviewed"],
  ["requested_changes", "requested changes to"],
  ["approved", "approved"],
  ["unapproved", "withdrew their approval of"],
]);

/** The list changes when somebody is asked or no longer asked, and when a reviewer is asked again or answers. */
const reviewers: Say = (thing, change, hook) => {
  const { gained, lost } = people(hook, change);
  if (gained !== "" && lost !== "") return `asked ${gained} to review ${thing} instead of ${lost}`;
  if (gained !== "") return `asked ${gained} to review ${thing}`;
  if (lost !== "") return `withdrew the request for ${lost} to review ${thing}`;
  const before = new Map(change.from.list("", 100).map((user) => [user.text("id", "username"), user.text("state")]));
  const answered = change.to
    .list("", 100)
    .filter((user) => user.text("state") !== before.get(user.text("id", "username")));
  const again = answered.filter((user) => user.flag("re_requested")).flatMap((user) => nameOf(user) ?? []);
  if (again.length > 0) return `asked ${listWords(again)} to review ${thing} again`;
  const verb = REVIEWED.get(answered[0]?.text("state") ?? "");
  return `${verb ?? "changed the reviewers of"} ${thing}`;
};

/** What is said around the thing when a flag was set, and when it was taken away. */
const flag =
  (on: [before: string, after: string], off: [before: string, after: string]): Say =>
  (thing, { to }) => {
    const [before, after] = to.flag("") ? on : off;
    return `${before} ${thing} ${after}`.trim();
  };

/** "set the weight of X to 3", "changed the weight of X from 1 to 3", "removed the weight of X". */
const value =
  (noun: string): Say =>
  (thing, { from, to }) => {
    const [before, after] = [from, to].map((side) => side.text("")?.replaceAll("_", " "));
    if (after === undefined) return `${before === undefined ? "changed" : "removed"} the ${noun} of ${thing}`;
    return before === undefined
      ? `set the ${noun} of ${thing} to ${after}`
      : `changed the ${noun} of ${thing} from ${before} to ${after}`;
  };

const milestone: Say = (thing, { from, to }) => {
  if (to.text("") === null) return `removed ${thing} from its milestone`;
  return from.text("") === null ? `added ${thing} to a milestone` : `moved ${thing} to another milestone`;
};

const title: Say = (thing, { from }) => {
  const before = from.text("");
  return `changed the title of ${thing}${before === null ? "" : ` from ${before}`}`;
};

const timeSpent: Say = (thing, _change, hook) => {
  const spent = hook.payload.text("object_attributes.human_time_change");
  return spent === null || spent.startsWith("-")
    ? `changed the time spent on ${thing}`
    : `spent ${spent.slice(0, 40)} on ${thing}`;
};

const timeEstimate: Say = (thing, _change, hook) => {
  const estimate = hook.payload.text("object_attributes.human_time_estimate");
  return estimate === null ? `removed the time estimate of ${thing}` : `estimated ${estimate} for ${thing}`;
};

const SAY = new Map<string, Say>([
  ["labels", labels],
  ["assignees", assignees],
  ["assignee", assignees],
  ["reviewers", reviewers],
  ["draft", flag(["turned", "back into a draft"], ["marked", "as ready for review"])],
  ["title", title],
  ["description", (thing) => `edited the description of ${thing}`],
  ["milestone_id", milestone],
  ["due_date", value("due date")],
  ["start_date", value("start date")],
  ["weight", value("weight")],
  ["severity", value("severity")],
  ["health_status", value("health")],
  ["escalation_status", value("status")],
  ["target_branch", value("target branch")],
  ["type", value("type")],
  ["confidential", flag(["made", "confidential"], ["made", "public"])],
  ["discussion_locked", flag(["locked the conversation on", ""], ["unlocked the conversation on", ""])],
  ["merge_when_pipeline_succeeds", flag(["turned on auto-merge for", ""], ["turned off auto-merge for", ""])],
  ["blocking_discussions_resolved", flag(["resolved all threads of", ""], ["reopened a thread of", ""])],
  ["total_time_spent", timeSpent],
  ["time_estimate", timeEstimate],
]);

const fieldWords = (field: string) => words(field.slice(0, 64).replace(/_ids?$/, "")) || "details";

/** What an update did to a thing: one change in its own words, several by their names; null when nothing is told to have changed. */
export function changePredicate(hook: Hook, all: readonly Change[], thing: string): string | null {
  const [first] = all;
  if (first === undefined) return null;
  if (all.length === 1)
    return SAY.get(first.field)?.(thing, first, hook) ?? value(fieldWords(first.field))(thing, first, hook);
  return `changed the ${listWords(all.map(({ field }) => fieldWords(field)))} of ${thing}`;
}
