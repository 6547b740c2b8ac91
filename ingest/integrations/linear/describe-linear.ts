import type { ActivityEvent } from "@/activity/event-schema";
import { toEvent } from "../payload/draft";
import {
  describeAgentSession,
  describeAuthorization,
  describeNotification,
  describeOAuthApp,
  describePermissionChange,
} from "./apps";
import { describeComment, describeReaction } from "./comment";
import { describeCustomer, describeCustomerNeed } from "./customer";
import { type Describe, type Hook, snake } from "./hook";
import { describeIssue, describeIssueSla } from "./issue";
import { describeAttachment, describeOther, describeUser } from "./other";
import { doer } from "./people";
import { describeCycle, describeProject, describeProjectUpdate } from "./planning";

/** Who puts each type into words; all others are told by {@link describeOther}. */
const DESCRIBE = new Map<string, Describe>([
  ["AgentSessionEvent", describeAgentSession],
  ["AppUserNotification", describeNotification],
  ["Attachment", describeAttachment],
  ["Comment", describeComment],
  ["Customer", describeCustomer],
  ["CustomerNeed", describeCustomerNeed],
  ["Cycle", describeCycle],
  ["Initiative", describeProject],
  ["InitiativeUpdate", describeProjectUpdate],
  ["Issue", describeIssue],
  ["IssueSLA", describeIssueSla],
  ["OAuthApp", describeOAuthApp],
  ["OAuthAuthorization", describeAuthorization],
  ["PermissionChange", describePermissionChange],
  ["Project", describeProject],
  ["ProjectUpdate", describeProjectUpdate],
  ["Reaction", describeReaction],
  ["User", describeUser],
]);

/** One delivery as an event that passes `eventSchema`, whatever its body holds. */
export function describeLinear(hook: Hook, receivedAt: Date): ActivityEvent {
  const draft = (DESCRIBE.get(hook.type) ?? describeOther)(hook);
  const types = [snake(hook.type), snake(hook.action)];
  return toEvent("linear", types, { ...draft, actor: draft.actor ?? doer(hook) }, receivedAt);
}
