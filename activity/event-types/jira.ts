import { isJsonObject, type Json } from "../json";
import { LOOKS, type Look, metadataField } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const GONE: Look = { icon: "trash-2", color: "gray" };
const LINK: Look = { icon: "link", color: "cyan" };
const FILE: Look = { icon: "file", color: "blue" };
const WORK: Look = { icon: "clock", color: "cyan" };
const SETTING: Look = { icon: "settings", color: "gray" };
/** The Cloud names the issue of these by its number alone. */
const ISSUE = "issue [{reference} ]{entity}";

/** What an issue was moved to: done, in progress, or something else. */
function movedLook(metadata: Json): Look | null {
  const changes = metadataField(metadata, "changes");
  if (!isJsonObject(changes) || !Object.hasOwn(changes, "status")) return null;
  const category = metadataField(metadata, "statusCategory");
  if (category === "done") return LOOKS.closed;
  return category === "indeterminate" ? LOOKS.running : null;
}

const of = (label: string, look: Look, message?: string): SourceType => ({
  label,
  ...look,
  ...(message === undefined ? {} : { message: `{actor} ${message}` }),
});

/** By the kind of thing, and by it and what was done where that looks or reads different. */
const TYPES = new Map<string, SourceType>([
  ["issue", { ...of("Issue", LOOKS.issue), look: movedLook }],
  ["issue.created", of("Issue created", { icon: "circle-plus", color: "green" })],
  ["issue.updated.assigned", of("Issue assigned", { icon: "user-plus", color: "violet" })],
  ["issue.updated.commented", of("Comment", LOOKS.comment)],
  ["issue.updated.comment_edited", of("Comment edited", LOOKS.comment)],
  ["issue.updated.comment_deleted", of("Comment deleted", GONE)],
  ["issue.deleted", of("Issue deleted", GONE)],
  ["comment", of("Comment", LOOKS.comment)],
  ["comment.deleted", of("Comment deleted", GONE)],
  ["worklog", of("Work", WORK)],
  ["worklog.created", of("Work logged", WORK, `logged[ {metadata.timeSpent} of] work on ${ISSUE}`)],
  ["worklog.updated", of("Logged work changed", WORK, `changed the work logged on ${ISSUE}[ to {metadata.timeSpent}]`)],
  ["worklog.deleted", of("Logged work deleted", WORK, `deleted[ {metadata.timeSpent} of] work logged on ${ISSUE}`)],
  ["attachment", of("Attachment", FILE)],
  ["attachment.deleted", of("Attachment removed", GONE)],
  ["issuelink", of("Issue link", LINK)],
  ["issuelink.created", of("Issues linked", LINK, `linked ${ISSUE}[: it {metadata.relation}]`)],
  ["issuelink.deleted", of("Issues unlinked", LINK, `unlinked ${ISSUE}[: it no longer {metadata.relation}]`)],
  ["issue_property", of("Issue property", SETTING)],
  ["issuetype", of("Issue type", SETTING)],
  ["project", of("Project", LOOKS.repository)],
  ["project.deleted", of("Project deleted", { icon: "trash-2", color: "red" })],
  ["project.soft_deleted", of("Project moved to the trash", { icon: "trash-2", color: "red" })],
  ["project.archived", of("Project archived", { icon: "archive", color: "gray" })],
  ["version", of("Version", { icon: "tag", color: "cyan" })],
  ["version.released", of("Version released", LOOKS.release)],
  ["version.deleted", of("Version deleted", GONE)],
  ["sprint", of("Sprint", { icon: "milestone", color: "cyan" })],
  ["sprint.started", of("Sprint started", { icon: "play", color: "blue" })],
  ["sprint.closed", of("Sprint closed", { icon: "flag", color: "green" })],
  ["board", of("Board", { icon: "list-checks", color: "cyan" })],
  ["filter", of("Filter", { icon: "eye", color: "gray" })],
  ["user", of("Account", LOOKS.people)],
  ["option", of("Setting", SETTING)],
  ["automation", of("Automation", { icon: "zap", color: "amber" })],
]);

/** The look of Jira's event types; null for other types. */
export const jiraEventType = describeSourceTypes("jira", TYPES);
