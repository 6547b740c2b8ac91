import type { Json } from "../json";
import { LOOKS, type Look, metadataField } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const GONE = { icon: "trash-2", color: "gray" } as const;
const HEALTH = new Map<unknown, Look>([
  ["on track", LOOKS.succeeded],
  ["at risk", LOOKS.warned],
  ["off track", LOOKS.failed],
]);

/** An update of a project or initiative looks as that is going. */
const healthLook = (metadata: Json) => HEALTH.get(metadataField(metadata, "health")) ?? null;

/** By type, and by type and action where that looks different. A missing action inherits its type's look. */
const TYPES = new Map<string, SourceType>([
  ["issue", { label: "Issue", ...LOOKS.issue }],
  ["issue.create", { label: "Issue created", ...LOOKS.issue }],
  ["issue.update", { label: "Issue updated", icon: "pencil", color: "blue" }],
  ["issue.remove", { label: "Issue deleted", ...GONE }],
  ["issue_label", { label: "Label", icon: "tag", color: "cyan" }],
  ["issue_sla", { label: "SLA", icon: "clock", color: "blue" }],
  ["issue_sla.high_risk", { label: "SLA at risk", ...LOOKS.warned }],
  ["issue_sla.breached", { label: "SLA breached", ...LOOKS.failed }],
  ["comment", { label: "Comment", ...LOOKS.comment }],
  ["comment.create", { label: "Comment", ...LOOKS.comment }],
  ["reaction", { label: "Reaction", icon: "thumbs-up", color: "amber" }],
  ["reaction.create", { label: "Reaction", icon: "thumbs-up", color: "amber" }],
  ["attachment", { label: "Attachment", icon: "link", color: "blue" }],
  ["project", { label: "Project", icon: "list-checks", color: "violet" }],
  ["project.remove", { label: "Project deleted", ...GONE }],
  ["project_update", { label: "Project update", icon: "megaphone", color: "violet", look: healthLook }],
  ["project_update.create", { label: "Project update", icon: "megaphone", color: "violet", look: healthLook }],
  ["initiative", { label: "Initiative", icon: "flag", color: "violet" }],
  ["initiative_update", { label: "Initiative update", icon: "megaphone", color: "violet", look: healthLook }],
  ["initiative_update.create", { label: "Initiative update", icon: "megaphone", color: "violet", look: healthLook }],
  ["cycle", { label: "Cycle", icon: "refresh-cw", color: "cyan" }],
  ["document", { label: "Document", icon: "file-text", color: "blue" }],
  ["customer", { label: "Customer", ...LOOKS.people }],
  ["customer_need", { label: "Customer request", icon: "heart", color: "pink" }],
  ["user", { label: "User", icon: "user", color: "pink" }],
  ["release", { label: "Release", icon: "package", color: "green" }],
  ["agent_session_event", { label: "Agent session", icon: "bot", color: "violet" }],
  ["app_user_notification", { label: "Notification", icon: "bell", color: "amber" }],
  ["oauth_app", { label: "App", icon: "plug", color: "gray" }],
  ["oauth_app.revoked", { label: "App revoked", icon: "plug", color: "red" }],
  ["oauth_authorization", { label: "App authorization", icon: "plug", color: "gray" }],
  ["permission_change", { label: "App permissions", icon: "shield", color: "amber" }],
]);

/** The look of Linear's event types; null for other types. */
export const linearEventType = describeSourceTypes("linear", TYPES);
