import { LOOKS } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

/** By the first word of a type, and by all of it where that looks different. */
const TYPES = new Map<string, SourceType>([
  ["incident", { label: "Incident", icon: "bell", color: "amber" }],
  ["incident.triggered", { label: "Incident triggered", ...LOOKS.alert }],
  ["incident.escalated", { label: "Incident escalated", ...LOOKS.alert }],
  ["incident.reopened", { label: "Incident reopened", ...LOOKS.alert }],
  ["incident.acknowledged", { label: "Incident acknowledged", icon: "eye", color: "amber" }],
  ["incident.resolved", { label: "Incident resolved", ...LOOKS.settled }],
  ["incident.annotated", { label: "Note on an incident", ...LOOKS.comment }],
  ["service", { label: "Service", ...LOOKS.repository }],
  ["pagey", { label: "Webhook connected", ...LOOKS.connected }],
]);

/** The look of PagerDuty's event types; null for other types. */
export const pagerdutyEventType = describeSourceTypes("pagerduty", TYPES);
