import type { Fields } from "../payload/fields";
import { editedPredicate } from "./edits";
import type { Hook } from "./hook";
import { assigneesPredicate, labelsPredicate } from "./labels";
import { themselvesOr } from "./people";

function assigned(hook: Hook, subject: Fields, thing: string): string {
  const assignee = themselvesOr(hook, hook.payload.at("assignee"));
  if (assignee === null) return assigneesPredicate(hook, subject, thing);
  return hook.action === "assigned" ? `assigned ${assignee} to ${thing}` : `unassigned ${assignee} from ${thing}`;
}

function milestone(hook: Hook, thing: string): string {
  const name = hook.payload.text("milestone.title", "issue.milestone.title", "pull_request.milestone.title");
  if (hook.action === "milestoned")
    return name === null ? `added ${thing} to a milestone` : `added ${thing} to milestone ${name}`;
  return name === null ? `removed ${thing} from its milestone` : `removed ${thing} from milestone ${name}`;
}

function label(hook: Hook, thing: string): string {
  const name = hook.payload.text("label.name");
  if (hook.action === "labeled") return name === null ? `labelled ${thing}` : `added the label ${name} to ${thing}`;
  return name === null ? `removed a label from ${thing}` : `removed the label ${name} from ${thing}`;
}

/** What is done to issues, pull requests and discussions alike, around the words of the thing; null for other actions. */
export function conversationPredicate(hook: Hook, subject: Fields, thing: string): string | null {
  const { action } = hook;
  switch (action) {
    case "opened":
    case "created":
      return `opened ${thing}`;
    case "edited":
      return editedPredicate(hook, subject, thing);
    case "closed":
    case "reopened":
    case "deleted":
    case "pinned":
    case "unpinned":
      return `${action} ${thing}`;
    case "assigned":
    case "unassigned":
      return assigned(hook, subject, thing);
    case "labeled":
    case "unlabeled":
      return label(hook, thing);
    case "label_updated":
      return labelsPredicate(hook, subject, thing);
    case "label_cleared":
      return `removed all labels from ${thing}`;
    case "locked":
    case "unlocked":
      return `${action} the conversation on ${thing}`;
    case "milestoned":
    case "demilestoned":
      return milestone(hook, thing);
    default:
      return null;
  }
}
