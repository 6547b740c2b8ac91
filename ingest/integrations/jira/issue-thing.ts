import { type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";
import { browseUrl } from "./site";

/** An issue with the words that name it in a sentence: "PROJ-1 Fix login". */
export interface Issue {
  words: string;
  entity: Entity;
  key: string | null;
  fields: Fields;
}

/** The issue of a delivery; automation sends it as the body itself. Its number is the id, which outlives a move to another project. */
export function readIssue(hook: Hook, comment: string | null = null): Issue {
  const { payload, site } = hook;
  const issue = payload.has("issue") || !payload.has("fields") ? payload.at("issue") : payload;
  const key = issue.text("key");
  const summary = issue.text("fields.summary");
  const name = summary ?? key ?? "an issue";
  return {
    words: key !== null && summary !== null ? `${key} ${summary}` : name,
    entity: entity("issue", issue.text("id") ?? name, name, { reference: key, url: browseUrl(site, key, comment) }),
    key,
    fields: issue.at("fields"),
  };
}

/** Where an issue stands, for the details and the look. */
export function issueDetails({ fields }: Issue): Record<string, unknown> {
  return {
    issueType: fields.text("issuetype.name"),
    status: fields.text("status.name"),
    statusCategory: fields.text("status.statusCategory.key"),
    priority: fields.text("priority.name"),
    assignee: fields.text("assignee.displayName", "assignee.name"),
    project: fields.text("project.name", "project.key"),
    labels: fields.list("labels", 20).map((label) => label.text("")),
  };
}
