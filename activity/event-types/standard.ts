import { LOOKS } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

/** By the first word of a type, and by all of it where that looks different. */
const TYPES = new Map<string, SourceType>([
  ["email", { label: "E-mail", icon: "mail", color: "blue" }],
  ["email.bounced", { label: "E-mail bounced", ...LOOKS.failed }],
  ["email.complained", { label: "E-mail complained of", ...LOOKS.warned }],
  ["email.failed", { label: "E-mail failed", ...LOOKS.failed }],
  ["user", { label: "User", ...LOOKS.people }],
  ["organization", { label: "Organisation", ...LOOKS.people }],
  ["invoice", { label: "Invoice", ...LOOKS.payment }],
  ["payment", { label: "Payment", ...LOOKS.payment }],
]);

/** The look of `standard.*` types; null for other types. */
export const standardEventType = describeSourceTypes("standard", TYPES);
