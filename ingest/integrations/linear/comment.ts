import { cutText } from "../payload/clean-text";
import { BODY_BYTES, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { changes } from "./changes";
import type { Describe, Draft, Hook } from "./hook";
import { ownUrl } from "./places";
import { issueThing, namedThing, type Thing } from "./things";

/** What a comment or reaction stands on; null when only a number tells. */
function target(data: Fields, link: string | null): Thing | null {
  if (data.has("issue") || data.text("issueId") !== null)
    return issueThing(data.at("issue"), link, data.text("issueId"));
  const project = data.at("projectUpdate.project");
  if (data.has("projectUpdate") && project.text("name") !== null) {
    const on = namedThing("project", project, link);
    return { ...on, words: `an update of ${on.words}` };
  }
  for (const [field, kind] of [
    ["project", "project"],
    ["projectUpdate", "project update"],
    ["initiative", "initiative"],
    ["initiativeUpdate", "initiative update"],
    ["document", "document"],
    ["documentContent.document", "document"],
    ["documentContent", "document"],
    ["post", "post"],
  ] as const) {
    const id = data.text(`${field}Id`);
    if (data.has(field) || id !== null) return namedThing(kind, data.at(field), link, id);
  }
  return null;
}

const unknown = (hook: Hook): Thing => ({
  words: "a comment",
  entity: entity("comment", hook.data.text("id") ?? "comment", "a comment", { url: ownUrl(hook) }),
});

function commentVerb(hook: Hook): string {
  const { action, data } = hook;
  if (action === "create") return data.text("parentId") === null ? "commented on" : "replied to a comment on";
  if (action === "remove") return "deleted a comment on";
  const changed = changes(hook).map(({ field }) => field);
  if (changed.includes("resolvedAt"))
    return data.text("resolvedAt") === null ? "reopened a thread on" : "resolved a thread on";
  if (changed.includes("archivedAt")) return "archived a comment on";
  return changed.length > 0 && changed.every((field) => field === "reactionData")
    ? "reacted to a comment on"
    : "edited a comment on";
}

/** `Comment`, on an issue, project, update, initiative or document. */
export const describeComment: Describe = (hook): Draft => {
  const { data, payload } = hook;
  const on = target(data, ownUrl(hook));
  const thing = on ?? unknown(hook);
  return {
    predicate: on === null ? "wrote a comment" : `${commentVerb(hook)} ${thing.words}`,
    entity: thing.entity,
    metadata: {
      identifier: thing.entity.reference,
      body: data.body("body", BODY_BYTES),
      quotedText: data.body("quotedText", 1_024),
      team: data.text("issue.team.name"),
    },
    happenedAt: payload.at("createdAt").value,
  };
};

/** A comment that stands on something nobody named: its first words name it. */
function quoted(comment: Fields, link: string | null): Thing {
  const start = cutText(comment.text("body") ?? "", 80).trim();
  const name = start === "" ? "a comment" : start;
  return {
    words: start === "" ? name : `the comment “${name}”`,
    entity: entity("comment", comment.text("id") ?? name, name, { url: link }),
  };
}

/** `Reaction`: given or taken back. */
export const describeReaction: Describe = (hook): Draft => {
  const { action, data, payload } = hook;
  const link = ownUrl(hook);
  const comment = data.at("comment");
  const isComment = data.has("comment");
  const on =
    isComment && data.text("issue.title") === null
      ? quoted(comment, link)
      : (target(data, link) ?? quoted(comment, link));
  const emoji = data.text("emoji");
  const sign = emoji === null ? "an emoji" : `:${cutText(emoji, 64)}:`;
  const thing = isComment && on.entity.type !== "comment" ? `a comment on ${on.words}` : on.words;
  return {
    predicate: `${action === "remove" ? `took back ${sign} from` : `reacted with ${sign} to`} ${thing}`,
    entity: on.entity,
    metadata: { emoji, body: comment.body("body", BODY_BYTES) },
    happenedAt: payload.at("createdAt").value,
  };
};
