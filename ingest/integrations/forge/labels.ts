import type { Fields } from "../payload/fields";
import { listed } from "../payload/listed";
import type { Hook } from "./hook";
import { isSender, nameOf } from "./people";

const MOST = 20;

function names(fields: Fields, path: string): string[] {
  return fields.list(path, MOST).flatMap((label) => label.text("name") ?? []);
}

const named = (labels: readonly string[]) => `the label${labels.length === 1 ? "" : "s"} ${listed(labels)}`;

/** Labels that came and went, as far as the sender tells: Gitea lists both, Forgejo names one. */
export function labelChanges(hook: Hook, subject: Fields): { added: string[]; removed: string[] } {
  const label = hook.payload.text("label.name");
  const isThere = label !== null && names(subject, "labels").includes(label);
  return {
    added: [...names(hook.payload, "changes.added_labels"), ...(label !== null && isThere ? [label] : [])],
    removed: [...names(hook.payload, "changes.removed_labels"), ...(label === null || isThere ? [] : [label])],
  };
}

/** `label_updated`: what came and went, else the labels that there are now. */
export function labelsPredicate(hook: Hook, subject: Fields, thing: string): string {
  const { added, removed } = labelChanges(hook, subject);
  if (added.length > 0 && removed.length > 0)
    return `added ${named(added)} to and removed ${named(removed)} from ${thing}`;
  if (added.length > 0) return `added ${named(added)} to ${thing}`;
  if (removed.length > 0) return `removed ${named(removed)} from ${thing}`;
  const now = names(subject, "labels");
  return now.length === 0 ? `removed the labels from ${thing}` : `changed the labels of ${thing} to ${listed(now)}`;
}

/** `assigned` and `unassigned` where the sender does not say whom, only who is assigned now. */
export function assigneesPredicate(hook: Hook, subject: Fields, thing: string): string {
  const now = subject.list("assignees", MOST);
  const [only] = now;
  if (only === undefined) return hook.action === "unassigned" ? `unassigned ${thing}` : `assigned ${thing}`;
  const isFirst = hook.action === "assigned" && now.length === 1;
  if (isFirst && isSender(hook, only)) return `assigned themselves to ${thing}`;
  const people = listed(now.flatMap((user) => nameOf(user) ?? []));
  if (people === "") return `assigned ${thing}`;
  return isFirst ? `assigned ${people} to ${thing}` : `changed the assignees of ${thing} to ${people}`;
}
