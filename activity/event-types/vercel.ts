import { LOOKS } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

/** By the first word of a type, and by all of it where that looks different. */
const TYPES = new Map<string, SourceType>([
  ["deployment", { label: "Deployment", ...LOOKS.deploy }],
  ["deployment.succeeded", { label: "Deployed", icon: "rocket", color: "green" }],
  ["deployment.ready", { label: "Deployment ready", icon: "rocket", color: "green" }],
  ["deployment.promoted", { label: "Deployment promoted", icon: "rocket", color: "green" }],
  ["deployment.error", { label: "Deployment failed", ...LOOKS.failed }],
  ["deployment.canceled", { label: "Deployment cancelled", ...LOOKS.stopped }],
  ["project", { label: "Project", ...LOOKS.repository }],
  ["domain", { label: "Domain", icon: "globe", color: "blue" }],
  ["attack", { label: "Attack", ...LOOKS.alert }],
  ["firewall", { label: "Firewall", ...LOOKS.alert }],
]);

/** The look of Vercel's event types; null for other types. */
export const vercelEventType = describeSourceTypes("vercel", TYPES);
