/** One body and the sentence it becomes. */
export type Example = [payload: Record<string, unknown>, sentence: string];

export const SITE = "https://some-instance-test.atlassian.net";
const avatarUrls = { "48x48": "https://avatar.test/48", "16x16": "https://avatar.test/16" };
export const ada = {
  self: `${SITE}/rest/api/2/user?accountId=5c5f880629be9642ba529340`,
  accountId: "5c5f880629be9642ba529340",
  displayName: "Ada Lovelace",
  emailAddress: "ada@acme.test",
  accountType: "atlassian",
  avatarUrls,
};
export const bob = { ...ada, accountId: "99:27935d01", displayName: "Bob" };
export const robot = { ...ada, accountId: "557058:f58131cb", displayName: "Automation for Jira", accountType: "app" };
export const project = { self: `${SITE}/rest/api/2/project/10000`, id: "10000", key: "TES", name: "Website" };
export const issue = {
  id: "10040",
  self: `${SITE}/rest/api/2/issue/10040`,
  key: "TES-41",
  fields: {
    summary: "Fix login",
    issuetype: { id: "10001", name: "Story", subtask: false },
    project,
    priority: { id: "2", name: "High" },
    status: { id: "3", name: "In Progress", statusCategory: { id: 4, key: "indeterminate", name: "In Progress" } },
    assignee: bob,
    labels: ["sad"],
    description: "It *never* works.",
    creator: ada,
    customfield_10020: null,
  },
};
const timestamp = 1_550_286_678_321;
export const update = (items: object[], more: object = {}) => ({
  timestamp,
  webhookEvent: "jira:issue_updated",
  issue_event_type_name: "issue_updated",
  user: ada,
  issue,
  changelog: { id: "10233", items: items.map((item) => ({ fieldtype: "jira", from: null, to: null, ...item })) },
  ...more,
});
const one = (field: string, before: string | null, after: string | null, more: object = {}) =>
  update([{ field, fieldId: field, fromString: before, toString: after, ...more }]);
const status = { field: "status", fieldId: "status", from: "1", fromString: "To Do", to: "2", toString: "Done" };
const priority = { field: "priority", fieldId: "priority", fromString: "Low", toString: "High" };
const label = { field: "labels", fromString: "", toString: "urgent" };
const story = { field: "Story Points", fieldId: "customfield_10016", fromString: null, toString: "5" };

const on = "TES-41 Fix login";

// After developer.atlassian.com/cloud/jira/platform/webhooks ("Example callback for an issue-related event"), and the recorded
// deliveries in mattermost/mattermost-plugin-jira server/testdata and zulip/zulip zerver/webhooks/jira/fixtures.
export const ISSUES: Example[] = [
  [
    { timestamp, webhookEvent: "jira:issue_created", issue_event_type_name: "issue_created", user: ada, issue },
    `Ada Lovelace created ${on}`,
  ],
  [{ timestamp, webhookEvent: "jira:issue_created", issue }, `Ada Lovelace created ${on}`],
  [{ timestamp, webhookEvent: "jira:issue_deleted", user: ada, issue }, `Ada Lovelace deleted ${on}`],
  [update([status], { issue_event_type_name: "issue_generic" }), `Ada Lovelace moved ${on} from To Do to Done`],
  [
    update([{ field: "resolution", toString: "Done" }, status], { user: robot }),
    `Automation for Jira moved ${on} from To Do to Done`,
  ],
  [update([status, priority]), `Ada Lovelace moved ${on} from To Do to Done`],
  [one("assignee", null, "Bob", { to: bob.accountId }), `Ada Lovelace assigned ${on} to Bob`],
  [one("assignee", "Bob", "Ada Lovelace", { to: ada.accountId }), `Ada Lovelace assigned ${on} to themselves`],
  [one("assignee", "Bob", null), `Ada Lovelace unassigned Bob from ${on}`],
  [one("priority", "Low", "High"), `Ada Lovelace changed the priority of ${on} from Low to High`],
  [one("priority", null, "High"), `Ada Lovelace set the priority of ${on} to High`],
  [one("summary", "Fix signup", "Fix login"), `Ada Lovelace renamed ${on} (formerly Fix signup)`],
  [one("description", "a", "b"), `Ada Lovelace edited the description of ${on}`],
  [one("Sprint", "Sprint 1", "Sprint 2"), `Ada Lovelace moved ${on} from Sprint 1 to Sprint 2`],
  [one("Sprint", "Sprint 1", "Sprint 1, Sprint 2"), `Ada Lovelace added ${on} to Sprint 2`],
  [one("Sprint", "", "Sprint 2"), `Ada Lovelace added ${on} to Sprint 2`],
  [one("Sprint", "Sprint 1", ""), `Ada Lovelace took ${on} out of Sprint 1`],
  [one("labels", "sad", "sad test-label"), `Ada Lovelace added the label test-label to ${on}`],
  [one("labels", "a b", ""), `Ada Lovelace removed the labels a, b from ${on}`],
  [one("labels", "a", "b"), `Ada Lovelace changed the labels of ${on}`],
  [one("resolution", null, "Won't Do"), `Ada Lovelace resolved ${on} as Won't Do`],
  [one("resolution", "Done", null), `Ada Lovelace cleared the resolution of ${on}`],
  [one("Fix Version", null, "1.0"), `Ada Lovelace added ${on} to version 1.0`],
  [one("Fix Version", "1.0", null), `Ada Lovelace took ${on} out of version 1.0`],
  [one("Version", null, "1.0"), `Ada Lovelace marked version 1.0 as affected by ${on}`],
  [one("Version", "1.0", null), `Ada Lovelace marked version 1.0 as not affected by ${on}`],
  [one("Component", null, "API"), `Ada Lovelace added the component API to ${on}`],
  [one("Component", "API", null), `Ada Lovelace removed the component API from ${on}`],
  [one("Attachment", null, "a.png"), `Ada Lovelace attached a.png to ${on}`],
  [one("Attachment", "a.png", null), `Ada Lovelace removed a.png from ${on}`],
  [one("Link", null, "This issue blocks TES-7"), `Ada Lovelace linked ${on} (blocks TES-7)`],
  [one("Link", "This work item is blocked by TES-7", null), `Ada Lovelace unlinked ${on} (is blocked by TES-7)`],
  [one("Rank", "", "ranked higher"), `Ada Lovelace ranked ${on} higher`],
  [one("Rank", "", "Ranked lower"), `Ada Lovelace ranked ${on} lower`],
  [one("Flagged", "", "Impediment"), `Ada Lovelace flagged ${on} as an impediment`],
  [one("Flagged", "Impediment", ""), `Ada Lovelace removed the flag from ${on}`],
  [one("Epic Link", null, "TES-1"), `Ada Lovelace moved ${on} under TES-1`],
  [one("Parent", "TES-1", null), `Ada Lovelace took ${on} out of TES-1`],
  [one("IssueParentAssociation", null, "TES-1"), `Ada Lovelace moved ${on} under TES-1`],
  [one("Epic Child", null, "TES-9"), `Ada Lovelace added TES-9 to ${on}`],
  [one("Epic Child", "TES-9", null), `Ada Lovelace took TES-9 out of ${on}`],
  [
    one("issuetype", "Improvement", "New Feature"),
    `Ada Lovelace changed the type of ${on} from Improvement to New Feature`,
  ],
  [
    update([
      { field: "project", fromString: "Mobile", toString: "Website" },
      { field: "Key", fromString: "MOB-1", toString: "TES-41" },
      status,
    ]),
    `Ada Lovelace moved ${on} from Mobile to Website`,
  ],
  [
    one("duedate", null, "2026-12-01 00:00:00.0", { to: "2026-12-01" }),
    `Ada Lovelace set the due date of ${on} to 2026-12-01`,
  ],
  [
    one("timeoriginalestimate", null, "9000", { to: "9000" }),
    `Ada Lovelace set the original estimate of ${on} to 2h 30m`,
  ],
  [update([story]), `Ada Lovelace set the Story Points of ${on} to 5`],
  [one("environment", "x".repeat(81), "y".repeat(81)), `Ada Lovelace changed the environment of ${on}`],
  [one("Team", "Red", null), `Ada Lovelace cleared the Team of ${on}`],
  [update([priority, label]), `Ada Lovelace changed the priority and labels of ${on}`],
  [
    update([priority, label, story, { field: "A" }, { field: "B" }]),
    `Ada Lovelace changed the priority, labels, Story Points and 2 more of ${on}`,
  ],
  [update([], { issue_event_type_name: "issue_assigned" }), `Ada Lovelace assigned ${on} to Bob`],
  [update([], { issue_event_type_name: "issue_resolved" }), `Ada Lovelace resolved ${on}`],
  [update([], { issue_event_type_name: "issue_closed" }), `Ada Lovelace closed ${on}`],
  [update([], { issue_event_type_name: "issue_reopened" }), `Ada Lovelace reopened ${on}`],
  [update([], { issue_event_type_name: "issue_moved" }), `Ada Lovelace moved ${on}`],
  [update([], { issue_event_type_name: "issue_work_started" }), `Ada Lovelace started work on ${on}`],
  [update([], { issue_event_type_name: "issue_work_stopped" }), `Ada Lovelace stopped work on ${on}`],
  [update([], { issue_event_type_name: "issue_worklog_deleted" }), `Ada Lovelace deleted work logged on ${on}`],
  [
    update([{ field: "timespent", from: "19500", to: "21060" }], { issue_event_type_name: "issue_work_logged" }),
    `Ada Lovelace logged work on ${on}`,
  ],
  [update([], { changelog: undefined }), `Ada Lovelace updated ${on}`],
];
