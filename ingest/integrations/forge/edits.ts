import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";
import { labelChanges } from "./labels";

/** What an edit changed: the field, and its value before and after. */
interface Edit {
  from: string | null;
  to: string | null;
}

/** The edits of a title or of the branch to merge into, which the sender tells by the former value alone. */
function edits(hook: Hook, subject: Fields): { title?: Edit; base?: Edit } {
  const { payload } = hook;
  const isTitle = payload.has("changes.title");
  // GitHub calls it `base.ref`, the others `ref`.
  const base = payload.text("changes.base.ref.from", "changes.ref.from");
  return {
    ...(isTitle ? { title: { from: payload.text("changes.title.from"), to: subject.text("title") } } : {}),
    ...(base === null ? {} : { base: { from: base, to: subject.text("base.ref") } }),
  };
}

/** What a delivery changed, for its details. */
export function changes(hook: Hook, subject: Fields): Record<string, unknown> {
  return {
    ...edits(hook, subject),
    ...(hook.action === "label_updated" ? { labels: labelChanges(hook, subject) } : {}),
  };
}

/** "changed the title of issue Logo (#9) from Lgoo", "edited the description of …". */
export function editedPredicate(hook: Hook, subject: Fields, thing: string): string {
  const { title, base } = edits(hook, subject);
  if (title) return `changed the title of ${thing}${title.from === null ? "" : ` from ${title.from}`}`;
  if (base) return `changed the base branch of ${thing} from ${base.from}${base.to === null ? "" : ` to ${base.to}`}`;
  return hook.payload.has("changes.body") ? `edited the description of ${thing}` : `edited ${thing}`;
}
