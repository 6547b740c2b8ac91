import { LOOKS } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

const BUG = { icon: "bug", color: "red" } as const;

/** By the first word of a type, and by all of it where that looks different. */
const TYPES = new Map<string, SourceType>([
  ["issue", { label: "Issue", icon: "bug", color: "amber" }],
  ["issue.created", { label: "New issue", ...BUG }],
  ["issue.unresolved", { label: "Issue reopened", ...BUG }],
  ["issue.resolved", { label: "Issue resolved", ...LOOKS.settled }],
  ["issue.assigned", { label: "Issue assigned", ...LOOKS.people }],
  ["error", { label: "Error", ...BUG }],
  ["event_alert", { label: "Alert", ...LOOKS.alert }],
  ["metric_alert", { label: "Metric alert", ...LOOKS.warned }],
  ["metric_alert.critical", { label: "Metric alert critical", ...LOOKS.alert }],
  ["metric_alert.resolved", { label: "Metric alert resolved", ...LOOKS.settled }],
  ["comment", { label: "Comment", ...LOOKS.comment }],
  ["installation", { label: "Sentry", ...LOOKS.connected }],
]);

/** The look of Sentry's event types; null for other types. */
export const sentryEventType = describeSourceTypes("sentry", TYPES);
