import type { EventType } from "./event-type";
import { genericEventType } from "./generic";
import { LOOKS, outcomeLook } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";

/** What senders call the same things, whoever they are. */
const TYPES = new Map<string, SourceType>([
  ["alert", { label: "Alert", ...LOOKS.alert }],
  ["alert.resolved", { label: "Alert resolved", ...LOOKS.settled }],
  ["build", { label: "Build", ...LOOKS.running, look: outcomeLook }],
  ["comment", { label: "Comment", ...LOOKS.comment }],
  ["deploy", { label: "Deploy", ...LOOKS.deploy, look: outcomeLook }],
  ["deployment", { label: "Deployment", ...LOOKS.deploy, look: outcomeLook }],
  ["incident", { label: "Incident", ...LOOKS.incident }],
  ["invoice", { label: "Invoice", ...LOOKS.payment }],
  ["order", { label: "Order", ...LOOKS.payment }],
  ["orders", { label: "Orders", ...LOOKS.payment }],
  ["payment", { label: "Payment", ...LOOKS.payment }],
  ["release", { label: "Release", ...LOOKS.release, look: outcomeLook }],
  ["user", { label: "User", ...LOOKS.people }],
]);

const describe = describeSourceTypes("integration", TYPES);

/** The look of `integration.*`, what senders of a team's own settings say; null for other types. */
export function integrationEventType(type: string): EventType | null {
  const described = describe(type);
  if (described === null) return null;
  const { message, isImportant } = genericEventType(type, "integration");
  const isFailure = isImportant?.({}) ?? false;
  return {
    look: outcomeLook,
    ...described,
    ...(isFailure && described.icon === LOOKS.generic.icon ? LOOKS.failed : {}),
    message,
    isImportant: () => isFailure,
  };
}
