import type { Fields } from "../payload/fields";

/** One field of an issue that was changed, its values as people read them. */
export interface Change {
  field: string;
  from: string | null;
  to: string | null;
}

/** Longest value that a sentence holds, characters. */
const SAYABLE = 80;
const KEPT = 200;

const cut = (text: string, most: number) => {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
};

/** Fields of which Jira keeps the seconds. */
const DURATIONS = new Set(["timespent", "timeestimate", "timeoriginalestimate"]);

/** "26h 30m" of seconds, without days: how many hours those have, Jira's administrator says. */
export function duration(seconds: string | null): string | null {
  const whole = /^\d{1,12}$/.test(seconds ?? "") ? Number(seconds) : Number.NaN;
  if (Number.isNaN(whole)) return seconds;
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.round((whole % 3_600) / 60)];
  return [...(hours > 0 ? [`${hours}h`] : []), ...(minutes > 0 || hours === 0 ? [`${minutes}m`] : [])].join(" ");
}

/** What the changelog of a delivery lists. */
export function readChanges(payload: Fields): Change[] {
  return payload.list("changelog.items", 50).flatMap((item) => {
    const field = item.text("field", "fieldId");
    if (field === null) return [];
    const isDuration = DURATIONS.has(field);
    const isDay = field === "duedate";
    const value = (name: string, id: string) =>
      isDuration ? duration(item.text(id, name)) : isDay ? (item.day(id) ?? item.text(name)) : item.text(name, id);
    return [{ field, from: value("fromString", "from"), to: value("toString", "to") }];
  });
}

/** The changes as metadata, by field. Of a deleted comment Jira lists the words, which are not repeated. */
export function keptChanges(changes: readonly Change[]): Record<string, { from: string | null; to: string | null }> {
  const kept = (value: string | null) => (value === null ? null : cut(value, KEPT));
  const told = changes.filter(({ field }) => field !== "Comment");
  return Object.fromEntries(told.map(({ field, from, to }) => [field, { from: kept(from), to: kept(to) }]));
}

const NAMES = new Map(
  Object.entries({
    issuetype: "type",
    duedate: "due date",
    timeoriginalestimate: "original estimate",
    timeestimate: "remaining estimate",
    timespent: "time spent",
    security: "security level",
    "Fix Version": "fix version",
    Version: "affected version",
    Component: "component",
    "Epic Link": "epic",
    IssueParentAssociation: "parent",
    Link: "links",
    Attachment: "attachments",
    Rank: "rank",
    Comment: "comments",
    RemoteIssueLink: "web links",
    RemoteWorkItemLink: "web links",
  }),
);

/** What people call a field. */
export function fieldName(field: string): string {
  return NAMES.get(field) ?? cut(field, SAYABLE);
}

/** A value that is short enough to be said. */
export function sayable(value: string | null): string | null {
  return value !== null && value.length <= SAYABLE ? value : null;
}

/** "changed the priority of X from Low to High", as far as the values can be said. */
export function sayChange({ field, from, to }: Change, thing: string): string {
  const name = fieldName(field);
  if (to === null && from !== null) return `cleared the ${name} of ${thing}`;
  if (sayable(to) === null) return `changed the ${name} of ${thing}`;
  if (from === null) return `set the ${name} of ${thing} to ${to}`;
  return sayable(from) === null
    ? `changed the ${name} of ${thing} to ${to}`
    : `changed the ${name} of ${thing} from ${from} to ${to}`;
}
