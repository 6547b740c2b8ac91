import { aThing } from "../payload/a-thing";
import type { Actor } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { type Change, fieldName, sayable, sayChange } from "./changes";
import type { Issue } from "./issue-thing";

/** What one field's change is said with. */
type Say = (change: Change, issue: Issue, by: Actor, item: Fields) => string;

const MOVED = (from: string | null, to: string | null) =>
  `${from === null ? "" : ` from ${from}`}${to === null ? "" : ` to ${to}`}`;

/** Something of which an issue can have several, such as a version: put on, taken off, or put in the place of another. */
const several = (put: string, take: string): Say => {
  const fill = (sentence: string, value: string, issue: string) =>
    sentence.replace(/\{(value|issue)\}/g, (_, name: string) => (name === "value" ? value : issue));
  return (change, { words }) => {
    const [from, to] = [sayable(change.from), sayable(change.to)];
    if (to !== null && change.from === null) return fill(put, to, words);
    return from !== null && change.to === null ? fill(take, from, words) : sayChange(change, words);
  };
};

const assigned: Say = ({ from, to }, { words }, by, item) => {
  if (to === null) return from === null ? `unassigned ${words}` : `unassigned ${from} from ${words}`;
  return item.text("to") === by.id ? `assigned ${words} to themselves` : `assigned ${words} to ${to}`;
};

/** A label is one word, so that lists of them are separated by blanks. */
const labelled: Say = (change, { words }) => {
  const [from, to] = [change.from, change.to].map((list) => (list ?? "").split(" ").filter((label) => label !== ""));
  const added = (to ?? []).filter((label) => !from?.includes(label));
  const removed = (from ?? []).filter((label) => !to?.includes(label));
  const say = (labels: string[]) => `the label${labels.length === 1 ? "" : "s"} ${labels.join(", ")}`;
  if (added.length > 0 && removed.length === 0) return `added ${say(added)} to ${words}`;
  return removed.length > 0 && added.length === 0
    ? `removed ${say(removed)} from ${words}`
    : `changed the labels of ${words}`;
};

/** Jira lists the closed sprints of an issue beside the one that it is put into. */
const sprinted: Say = (change, { words }) => {
  const [from, to] = [change.from, change.to].map((list) => (list ?? "").split(", ").filter((name) => name !== ""));
  const added = (to ?? []).filter((name) => !from?.includes(name)).join(", ");
  const left = (from ?? []).filter((name) => !to?.includes(name)).join(", ");
  if (added === "") return left === "" ? `changed the sprint of ${words}` : `took ${words} out of ${left}`;
  return left === "" ? `added ${words} to ${added}` : `moved ${words} from ${left} to ${added}`;
};

/** "This issue blocks ABC-2". */
const linked: Say = ({ from, to }, { words }) => {
  const said = (text: string) => text.replace(/^This (?:issue|work item) /i, "");
  return to === null ? `unlinked ${words}${from === null ? "" : ` (${said(from)})`}` : `linked ${words} (${said(to)})`;
};

const SAY = new Map<string, Say>([
  ["status", ({ from, to }, { words }) => `moved ${words}${MOVED(from, to)}`],
  ["project", ({ from, to }, { words }) => `moved ${words}${MOVED(from, to)}`],
  ["assignee", assigned],
  ["summary", ({ from }, { words }) => `renamed ${words}${sayable(from) === null ? "" : ` (formerly ${from})`}`],
  ["description", (_, { words }) => `edited the description of ${words}`],
  ["labels", labelled],
  ["Sprint", sprinted],
  [
    "resolution",
    ({ to }, { words }) => (to === null ? `cleared the resolution of ${words}` : `resolved ${words} as ${to}`),
  ],
  ["Fix Version", several("added {issue} to version {value}", "took {issue} out of version {value}")],
  [
    "Version",
    several("marked version {value} as affected by {issue}", "marked version {value} as not affected by {issue}"),
  ],
  ["Component", several("added the component {value} to {issue}", "removed the component {value} from {issue}")],
  ["Attachment", several("attached {value} to {issue}", "removed {value} from {issue}")],
  ["Link", linked],
  [
    "Flagged",
    ({ to }, { words }) =>
      to === null ? `removed the flag from ${words}` : `flagged ${words} as ${aThing(to.toLowerCase())}`,
  ],
  ["Rank", ({ to }, { words }) => (/lower/i.test(to ?? "") ? `ranked ${words} lower` : `ranked ${words} higher`)],
  ["Epic Child", several("added {value} to {issue}", "took {value} out of {issue}")],
  ["Comment", ({ to }, { words }) => `${to === null ? "deleted" : "edited"} a comment on ${words}`],
  ...["Epic Link", "Parent", "IssueParentAssociation"].map((field): [string, Say] => [
    field,
    several("moved {issue} under {value}", "took {issue} out of {value}"),
  ]),
]);

/** Fields that change along with another one, which says it all. */
const ALONG: [field: string, others: string[]][] = [
  ["status", ["resolution", "Rank", "Workflow", "assignee"]],
  ["project", ["Key", "Workflow", "status", "Rank"]],
  ["timespent", ["WorklogId", "timeestimate"]],
  ["Sprint", ["Rank"]],
];

/** The changes worth saying: without those that came along with another. */
function worthSaying(changes: readonly Change[]): readonly Change[] {
  const along = new Set(ALONG.flatMap(([field, others]) => (changes.some((one) => one.field === field) ? others : [])));
  const kept = changes.filter(({ field }) => !along.has(field));
  return kept.length > 0 ? kept : changes;
}

/** What was done to an issue, by its changelog; null when that lists nothing. */
export function sayChanges(changes: readonly Change[], issue: Issue, by: Actor, payload: Fields): string | null {
  const worthy = worthSaying(changes);
  const [only] = worthy.length === 1 ? worthy : worthy.filter(({ field }) => field === "status" || field === "project");
  if (only !== undefined) {
    const item = payload.list("changelog.items", 50).find((one) => one.text("field", "fieldId") === only.field);
    const say = SAY.get(only.field);
    return say === undefined || item === undefined ? sayChange(only, issue.words) : say(only, issue, by, item);
  }
  const names = [...new Set(worthy.map(({ field }) => fieldName(field)))];
  if (names.length === 0) return null;
  const said = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const last = said.pop() ?? "";
  return `changed the ${said.length === 0 ? last : `${said.join(", ")} and ${last}`} of ${issue.words}`;
}
