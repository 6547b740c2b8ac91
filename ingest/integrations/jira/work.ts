import { entity, type NamelessDraft } from "../payload/draft";
import type { Describe, Hook } from "./hook";
import { issueDetails, readIssue } from "./issue-thing";
import { account, doer, JIRA } from "./people";
import { bodyText } from "./plain-text";

/** An issue of which the Cloud tells the number alone: its last known name, key and page stand in its sentence. */
function numbered(hook: Hook, id: string | null): NamelessDraft["entity"] {
  if (hook.payload.has("issue")) return readIssue(hook).entity;
  return entity("issue", id ?? "issue", id === null ? "of unknown number" : null);
}

/** `worklog_created`, `worklog_updated`, `worklog_deleted`. */
export const describeWorklog: Describe = (hook): NamelessDraft => {
  const { action, payload } = hook;
  const worklog = payload.at("worklog");
  const writers = action === "updated" ? ["worklog.updateAuthor", "worklog.author"] : ["worklog.author"];
  return {
    actor: action === "deleted" ? (account(payload.at("user")) ?? JIRA) : doer(hook, ...writers),
    entity: numbered(hook, worklog.text("issueId")),
    metadata: {
      timeSpent: worklog.text("timeSpent"),
      seconds: worklog.count("timeSpentSeconds"),
      started: worklog.text("started"),
      author: worklog.text("author.displayName"),
      body: action === "deleted" || worklog.has("visibility") ? null : bodyText(worklog, "comment"),
    },
  };
};

/** `issuelink_created`, `issuelink_deleted`: numbers alone, and the name of the relation. */
export const describeLink: Describe = (hook): NamelessDraft => {
  const link = hook.payload.at("issueLink").has("") ? hook.payload.at("issueLink") : hook.payload;
  const relation = link.text("issueLinkType.outwardName", "issueLinkType.name");
  const other = link.text("destinationIssueId");
  const outward = other === null ? null : `${relation ?? "is linked to"} issue ${other}`;
  return {
    actor: doer(hook),
    entity: numbered(hook, link.text("sourceIssueId")),
    metadata: { relation: outward, otherIssue: other },
  };
};

/** `attachment_created`, `attachment_deleted`. The Cloud names the file, and the issue only at times. */
export const describeAttachment: Describe = (hook) => {
  const { action, payload } = hook;
  const file = payload.at("attachment");
  const name = file.text("filename", "fileName", "title") ?? "a file";
  const issue = payload.has("issue") ? readIssue(hook) : null;
  const by = action === "deleted" ? (account(payload.at("user")) ?? JIRA) : doer(hook, "attachment.author");
  const told = action === "deleted" ? ["removed", "from"] : ["attached", "to"];
  return {
    actor: by,
    predicate: `${told[0]} ${name}${issue === null ? "" : ` ${told[1]} ${issue.words}`}`,
    entity:
      issue?.entity ??
      entity("attachment", file.text("id") ?? name, name, {
        url: action === "deleted" ? hook.site : file.url("content"),
      }),
    metadata: {
      ...(issue === null ? {} : issueDetails(issue)),
      file: name,
      mimeType: file.text("mimeType"),
      bytes: file.count("size"),
    },
  };
};

/** `issue_property_set`, `issue_property_deleted`: what apps keep on issues. */
export const describeProperty: Describe = (hook) => {
  const { action, payload } = hook;
  const key = payload.text("property.key", "issueProperty.key", "propertyKey") ?? null;
  const words = key === null ? "a property" : `the property ${key}`;
  const issue = readIssue(hook);
  return {
    actor: doer(hook),
    predicate: `${action === "deleted" ? "removed" : "set"} ${words} of ${issue.words}`,
    entity: issue.entity,
    metadata: { property: key },
  };
};
