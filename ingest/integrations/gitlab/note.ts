import { aThing } from "../payload/a-thing";
import { BODY_BYTES, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { words } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { nearestUrl, where } from "./places";
import { commitEntity, numbered, shortSha, subject, type Thing, workItemKind } from "./things";

/** "MergeRequest" as a kind: `merge_request`. */
function kindOfType(type: string | null): string {
  return (
    words(type ?? "")
      .toLowerCase()
      .slice(0, 40)
      .trim()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "") || "thing"
  );
}

/** What a comment or reaction stands on: an issue, merge request, snippet or commit. */
function target(hook: Hook, type: string | null, link: string | null): Thing {
  const { payload } = hook;
  const sha = payload.text("commit.id", "object_attributes.commit_id", "note.commit_id");
  if ((type === "Commit" || payload.has("commit")) && sha !== null)
    return { words: `commit ${shortSha(sha)}`, entity: commitEntity(hook, sha, link ?? payload.url("commit.url")) };
  for (const kind of ["merge_request", "snippet"])
    if (payload.has(kind)) return numbered(hook, kind, payload.at(kind), link);
  for (const key of ["issue", "work_item", "epic"]) {
    const item = payload.at(key);
    if (payload.has(key)) return numbered(hook, key === "epic" ? "epic" : workItemKind(item), item, link);
  }
  const kind = kindOfType(type);
  const name = aThing(words(kind));
  const id = payload.text("object_attributes.noteable_id", "object_attributes.awardable_id") ?? name;
  return { words: name, entity: entity(kind, id, name, { url: link ?? nearestUrl(hook) }) };
}

/** The file and line that a comment on a diff stands on. */
function place(note: Fields): Record<string, unknown> {
  return {
    path: note.text("position.new_path", "original_position.new_path", "st_diff.new_path"),
    line: note.count("position.new_line") ?? note.count("position.old_line"),
  };
}

/** `note`: a comment on a commit, merge request, issue or snippet. */
export const describeNote: Describe = (hook): Draft => {
  const note = hook.payload.at("object_attributes");
  const on = target(hook, note.text("noteable_type"), note.url("url"));
  const isEdit = hook.action === "update";
  return {
    predicate: `${isEdit ? "edited a comment on" : "commented on"} ${on.words}${where(hook)}`,
    entity: on.entity,
    metadata: {
      ...place(note),
      body: note.body("note", BODY_BYTES),
      isInternal: note.flag("internal") || hook.payload.text("event_type") === "confidential_note" || undefined,
      title: hook.payload.text("merge_request.title", "issue.title") ?? subject(hook.payload.text("commit.message")),
    },
    happenedAt: note.at(isEdit ? "updated_at" : "created_at").value,
  };
};

/** `emoji`: a reaction that was given or taken back. */
export const describeEmoji: Describe = (hook): Draft => {
  const emoji = hook.payload.at("object_attributes");
  const isNote = emoji.text("awardable_type") === "Note" || hook.payload.has("note");
  const type = isNote ? hook.payload.text("note.noteable_type") : emoji.text("awardable_type");
  const on = target(hook, type, emoji.url("awarded_on_url"));
  const name = emoji.text("name");
  const sign = name === null ? "an emoji" : `:${name.slice(0, 64)}:`;
  const thing = `${isNote ? "a comment on " : ""}${on.words}`;
  const isTakenBack = hook.action === "revoke";
  return {
    predicate: `${isTakenBack ? `took back ${sign} from` : `reacted with ${sign} to`} ${thing}${where(hook)}`,
    entity: on.entity,
    metadata: { emoji: name, body: hook.payload.body("note.note", BODY_BYTES) },
    happenedAt: isTakenBack ? undefined : emoji.at("created_at").value,
  };
};
