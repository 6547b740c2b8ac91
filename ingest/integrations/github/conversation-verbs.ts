import type { Hook } from "./hook";
import { isSender } from "./people";

/** What was changed by an edit, in words. */
function edited(hook: Hook): string {
  const { payload } = hook;
  if (payload.has("changes.title")) return "changed the title of";
  if (payload.has("changes.base")) return "changed the base branch of";
  return payload.has("changes.body") ? "edited the description of" : "edited";
}

/** What is done to issues, pull requests and discussions alike, around the words of the thing; null for other actions. */
export function conversationPredicate(hook: Hook, thing: string): string | null {
  const { action, payload } = hook;
  const label = payload.text("label.name");
  const milestone = payload.text("milestone.title", "issue.milestone.title", "pull_request.milestone.title");
  const self = isSender(hook, payload.at("assignee"));
  const assignee = self ? "themselves" : payload.text("assignee.login");
  switch (action) {
    case "opened":
    case "created":
      return `opened ${thing}`;
    case "edited":
      return `${edited(hook)} ${thing}`;
    case "closed":
    case "reopened":
    case "deleted":
    case "pinned":
    case "unpinned":
      return `${action} ${thing}`;
    case "assigned":
      return assignee === null ? `assigned ${thing}` : `assigned ${assignee} to ${thing}`;
    case "unassigned":
      return `unassigned ${assignee === null ? "" : `${assignee} from `}${thing}`;
    case "labeled":
      return label === null ? `labelled ${thing}` : `added the label ${label} to ${thing}`;
    case "unlabeled":
      return label === null ? `removed a label from ${thing}` : `removed the label ${label} from ${thing}`;
    case "locked":
    case "unlocked":
      return `${action} the conversation on ${thing}`;
    case "milestoned":
      return milestone === null ? `added ${thing} to a milestone` : `added ${thing} to milestone ${milestone}`;
    case "demilestoned":
      return milestone === null
        ? `removed ${thing} from its milestone`
        : `removed ${thing} from milestone ${milestone}`;
    default:
      return null;
  }
}
