import { listWords } from "../payload/list-words";
import { type Change, fieldNoun, fieldNouns, listDifference } from "./changes";
import type { Hook } from "./hook";
import { isDoer } from "./people";
import { cycleName } from "./things";

/** A predicate around the words of the thing. */
type Say = (thing: string, change: Change, hook: Hook) => string;

const PRIORITIES = ["No priority", "Urgent", "High", "Medium", "Low"];

/** "set the estimate of X to 3", "changed the estimate of X from 1 to 3", "removed the estimate of X". */
const value =
  (noun: string): Say =>
  (thing, { from, to }) => {
    const [before, after] = [from.text(""), to.text("")];
    if (after === null) return `${before === null ? "changed" : "removed"} the ${noun} of ${thing}`;
    return before === null
      ? `set the ${noun} of ${thing} to ${after}`
      : `changed the ${noun} of ${thing} from ${before} to ${after}`;
  };

const state: Say = (thing, _change, { data, payload }) => {
  const [before, after] = [payload.text("updatedFrom.state.name"), data.text("state.name")];
  if (after === null) return `changed the status of ${thing}`;
  return `moved ${thing}${before === null ? "" : ` from ${before}`} to ${after}`;
};

const assignee: Say = (thing, _change, hook) => {
  const user = hook.data.at("assignee");
  const name = user.text("name");
  if (name === null) return `unassigned ${thing}`;
  return `assigned ${thing} to ${isDoer(hook, user) ? "themselves" : name}`;
};

const delegate: Say = (thing, _change, { data }) => {
  const name = data.text("delegate.name");
  return name === null ? `took ${thing} back from its agent` : `delegated ${thing} to ${name}`;
};

const priority: Say = (thing, { from }, { data }) => {
  const before = PRIORITIES[from.count("") ?? 0];
  const after = data.text("priorityLabel") ?? PRIORITIES[data.count("priority") ?? 0] ?? "another";
  if (after === PRIORITIES[0]) return `removed the priority of ${thing}`;
  return before === undefined || before === PRIORITIES[0]
    ? `set the priority of ${thing} to ${after}`
    : `changed the priority of ${thing} from ${before} to ${after}`;
};

const labels: Say = (thing, change, { data }) => {
  const { added, removed } = listDifference(change, data.list("labels", 100));
  const noun = `the label${added.length === 1 ? "" : "s"} ${listWords(added)}`;
  const lost = removed === 1 ? "a label" : `${removed} labels`;
  if (added.length === 0) return removed === 0 ? `changed the labels of ${thing}` : `removed ${lost} from ${thing}`;
  return removed === 0 ? `added ${noun} to ${thing}` : `replaced ${lost} of ${thing} with ${listWords(added)}`;
};

/** Into, out of, or from one to another of the things an issue can be in. */
const place =
  (noun: string, nameOf: (hook: Hook) => string | null): Say =>
  (thing, { from, to }, hook) => {
    if (to.text("") === null) return `removed ${thing} from its ${noun}`;
    const name = nameOf(hook);
    const where = name === null ? `a ${noun}` : /cycle/i.test(name) && noun === "cycle" ? name : `${noun} ${name}`;
    return `${from.text("") === null ? "added" : "moved"} ${thing} to ${where}`;
  };

const parent: Say = (thing, { to }, { data }) => {
  const above = [data.text("parent.identifier"), data.text("parent.title")].flatMap((part) => part ?? []).join(" ");
  if (to.text("") === null) return `detached ${thing} from its parent issue`;
  return `made ${thing} a sub-issue${above === "" ? "" : ` of ${above}`}`;
};

const gone =
  (on: string, off: string): Say =>
  (thing, { to }) =>
    to.flag("") || to.text("") !== null ? `${on} ${thing}` : `${off} ${thing}`;

/** In the order of how much they tell. */
const SAY = new Map<string, Say>([
  ["trashed", gone("deleted", "restored")],
  ["archivedAt", gone("archived", "restored")],
  ["stateId", state],
  ["assigneeId", assignee],
  ["delegateId", delegate],
  ["priority", priority],
  ["labelIds", labels],
  [
    "title",
    (thing, { from }) => `changed the title of ${thing}${from.text("") === null ? "" : ` from ${from.text("")}`}`,
  ],
  ["estimate", value("estimate")],
  ["dueDate", value("due date")],
  ["cycleId", place("cycle", ({ data }) => cycleName(data.at("cycle")))],
  ["projectId", place("project", ({ data }) => data.text("project.name"))],
  ["projectMilestoneId", place("milestone", ({ data }) => data.text("projectMilestone.name", "milestone.name"))],
  ["teamId", place("team", ({ data }) => data.text("team.name", "team.key"))],
  ["parentId", parent],
  ["description", (thing) => `edited the description of ${thing}`],
  ["snoozedUntilAt", gone("snoozed", "woke up")],
  ["slaBreachesAt", (thing) => `changed the SLA of ${thing}`],
  ["reactionData", (thing) => `reacted to ${thing}`],
]);
/** What ends or moves an issue is told in full, with whatever else was changed at its side. */
const FIRST = ["trashed", "archivedAt", "stateId"];

/** What an update did to an issue. */
export function issueChangePredicate(hook: Hook, all: readonly Change[], thing: string): string {
  const order = [...SAY.keys()];
  const rank = ({ field }: Change) => (order.includes(field) ? order.indexOf(field) : order.length);
  const [first, ...others] = [...all].sort((a, b) => rank(a) - rank(b));
  if (first === undefined) return `updated ${thing}`;
  const say = SAY.get(first.field) ?? value(fieldNoun(first.field));
  if (others.length === 0) return say(thing, first, hook);
  if (!FIRST.includes(first.field)) return `changed the ${fieldNouns(all)} of ${thing}`;
  const rest = others.filter(({ field }) => !FIRST.includes(field));
  return `${say(thing, first, hook)}${rest.length === 0 ? "" : ` and changed its ${fieldNouns(rest)}`}`;
}

/** What the numbers in an issue's changes stand for. */
export function issueChangeNames(hook: Hook): Map<string, { from?: string | null; to?: string | null }> {
  const { data, payload } = hook;
  return new Map<string, { from?: string | null; to?: string | null }>([
    ["stateId", { from: payload.text("updatedFrom.state.name"), to: data.text("state.name") }],
    ["assigneeId", { to: data.text("assignee.name") }],
    ["delegateId", { to: data.text("delegate.name") }],
    ["projectId", { to: data.text("project.name") }],
    ["cycleId", { to: cycleName(data.at("cycle")) }],
    ["teamId", { to: data.text("team.name") }],
    ["priority", { from: PRIORITIES[payload.count("updatedFrom.priority") ?? -1], to: data.text("priorityLabel") }],
  ]);
}
