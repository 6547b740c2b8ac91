import { isJsonObject } from "@/activity/json";
import { Fields } from "../payload/fields";
import type { Hook } from "./hook";
import { nameOf } from "./people";

/** One field that an update changed. */
export interface Change {
  field: string;
  from: Fields;
  to: Fields;
}

/** Fields that change by themselves, beside the one that somebody changed. */
const SIDE_EFFECTS =
  /^(id|iid|author_id|created_at|updated_at|updated_by_id|last_edited_at|last_edited_by_id|prepared_at|relative_position|lock_version|merge_status|merge_error|merge_params|merge_user_id|merge_commit_sha|squash_commit_sha|merged_at|head_pipeline_id|closed_at|state_id|state|assignee_id|time_change|description_html|title_html)$/;
const MOST = 20;

/** Most fields say `{ previous, current }`; reviewers may come as a list of both. */
function sides(value: unknown): { from: Fields; to: Fields } {
  if (Array.isArray(value)) return { from: new Fields(value[0]), to: new Fields(value[1]) };
  const fields = new Fields(value);
  return { from: fields.at("previous"), to: fields.at("current") };
}

/** When an update was made. `updated_at` itself does not move with every one, so only its change counts. */
export function updatedAt(hook: Hook): unknown {
  return hook.action === "update" ? hook.payload.at("changes.updated_at.current").value : undefined;
}

/** What an update changed, in the order it was sent, without what follows from it. */
export function changes(hook: Hook): Change[] {
  const { value } = hook.payload.at("changes");
  if (!isJsonObject(value)) return [];
  const told = Object.keys(value)
    .filter((field) => !SIDE_EFFECTS.test(field))
    .slice(0, MOST)
    .map((field) => ({ field, ...sides(value[field]) }));
  // "Draft: " stands in the title too.
  const isDraftOnly = (change: Change) => {
    const [from, to] = [change.from, change.to].map((side) => side.text("")?.replace(/^(\[?(Draft|WIP)\]?:? )/i, ""));
    return change.field === "title" && from === to;
  };
  const hasDraft = told.some((change) => change.field === "draft");
  return told.filter((change) => !(hasDraft && isDraftOnly(change)));
}

/** One side of a change as metadata: names of people and labels, else the value itself. */
function shown(side: Fields): unknown {
  const { value } = side;
  if (Array.isArray(value)) return side.list("", MOST).map((item) => item.text("title") ?? nameOf(item));
  return typeof value === "boolean" ? value : side.text("");
}

/** Old and new values by field. A description is too long to be kept twice. */
export function changesForMetadata(all: readonly Change[]): Record<string, unknown> {
  const kept = all.filter(({ field }) => field !== "description" && /^\w{1,64}$/.test(field));
  return Object.fromEntries(kept.map(({ field, from, to }) => [field, { from: shown(from), to: shown(to) }]));
}

/** What a list of people or labels gained and lost. */
export function difference({ from, to }: Change): { added: Fields[]; removed: Fields[] } {
  const keyOf = (item: Fields) => item.text("id", "username", "title", "name");
  const [before, after] = [from, to].map((side) => side.list("", 100));
  const keys = (items: Fields[] = []) => new Set(items.map(keyOf));
  const without = (items: Fields[] = [], known: Set<string | null>) => items.filter((item) => !known.has(keyOf(item)));
  return { added: without(after, keys(before)), removed: without(before, keys(after)) };
}
