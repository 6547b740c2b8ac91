import type { Draft } from "../forge/draft";
import { describeIssue as describeShaped } from "../forge/issue";
import { nameOf } from "../forge/people";
import { where } from "../forge/places";
import { numbered, numberedDetails } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";
import { Fields } from "../payload/fields";
import { words } from "../payload/past-tense";
import { type Call, shaped } from "./call";
import { account, issue } from "./shape";

/** A value of a change: a text, or a person or thing by its name. */
function value(fields: Fields): string | null {
  return fields.text("") ?? nameOf(new Fields(account(fields))) ?? fields.text("name");
}

/** What changed, by the issue's own names for it. */
function changesOf({ sent }: Call): Record<string, { from: string | null; to: string | null }> {
  const changes = sent.at("changes");
  return Object.fromEntries(
    changes
      .objectKeys()
      .slice(0, 20)
      .map((key) => [key, { from: value(changes.at(`${key}.old`)), to: value(changes.at(`${key}.new`)) }]),
  );
}

function changed(field: string, { from, to }: { from: string | null; to: string | null }, thing: string): string {
  if (/^(content|description)$/.test(field)) return `edited the description of ${thing}`;
  if (field === "assignee") return to === null ? `unassigned ${thing}` : `assigned ${to} to ${thing}`;
  const told = `changed the ${words(field).toLowerCase()} of ${thing}`;
  return `${told}${from === null ? "" : ` from ${from}`}${to === null ? "" : ` to ${to}`}`;
}

/** `issue:created` and `issue:updated`. The status is what a team looks for first among several changes. */
export function describeIssue(call: Call): Draft {
  const hook = shaped(call, "opened", { issue: issue(call.sent) });
  if (call.words.at(-1) === "created") return describeShaped(hook);
  const about = hook.payload.at("issue");
  const thing = numbered(hook, "issue", about);
  const changes = changesOf(call);
  const field = ["status", "state", "assignee", ...Object.keys(changes)].find((key) => Object.hasOwn(changes, key));
  const change = field === undefined ? undefined : changes[field];
  const told =
    field === undefined || change === undefined ? `updated ${thing.words}` : changed(field, change, thing.words);
  return {
    predicate: `${told}${where(hook)}`,
    entity: thing.entity,
    metadata: { ...numberedDetails(about), changes, body: call.sent.body("comment.content.raw", BODY_BYTES) },
    happenedAt: call.sent.at("issue.updated_on").value,
  };
}
